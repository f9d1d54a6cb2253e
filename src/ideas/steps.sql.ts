import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { settles } from './idea.rules.ts'
import type { LedToKind } from './led-to.rules.ts'
import { answeredIn } from './promise.rules.ts'
import type { Reads, StepKind, Writes } from './tables.ts'

export interface Step {
  kind: StepKind
  at: Instant
  words?: Texts | null
  by?: { id: string; party: string } | null
  role?: string | null
  isNamed?: boolean
  into?: string
}

/** Writes down what an idea becomes, which makes it so. */
export async function addStep(db: Writes, ideaId: string, step: Step): Promise<void> {
  const { steps } = await db
    .selectFrom('idea_step')
    .select((eb) => eb.fn.countAll<number>().as('steps'))
    .where('idea_id', '=', ideaId)
    .executeTakeFirstOrThrow()
  const answered = settles(step.kind) ? answeredIn(await confirmedAt(db, ideaId), step.at) : null
  await db
    .insertInto('idea_step')
    .values({
      ...{ idea_id: ideaId, number: steps + 1, kind: step.kind, at: step.at },
      ...{ answered_on: answered?.on ?? null, answer_days: answered?.days ?? null },
      ...{ words: step.words ? json(step.words) : null, by_person: step.by?.id ?? null },
      ...{ party_id: step.by?.party ?? null, role: step.role ?? null, is_named: step.isNamed ? 1 : 0 },
      into_id: step.into ?? null,
    })
    .execute()
}

const confirmedAt = async (db: Reads, ideaId: string): Promise<Instant | null> => {
  const idea = db.selectFrom('idea').select('confirmed_at').where('id', '=', ideaId)
  return (await idea.executeTakeFirst())?.confirmed_at ?? null
}

/** What happened to an idea, first things first, with who answered as what. */
export const stepsOf = (db: Reads, ideaIds: readonly string[]) =>
  db
    .selectFrom('idea_step as step')
    .leftJoin('person', 'person.id', 'step.by_person')
    .leftJoin('party', 'party.id', 'step.party_id')
    .leftJoin('idea as into', 'into.id', 'step.into_id')
    .select(['step.idea_id', 'step.number', 'step.kind', 'step.at', 'step.words', 'step.role'])
    .select(['step.is_named', 'step.by_person', 'step.party_id', 'person.name as by_name'])
    .select(['party.name as party', 'into.number as into_number'])
    .where('step.idea_id', 'in', ideaIds.length > 0 ? ideaIds : [''])
    .orderBy('step.at')
    .orderBy('step.number')
    .execute()

export type StepTaken = Awaited<ReturnType<typeof stepsOf>>[number]

export interface LedTo {
  idea: string
  kind: LedToKind
  target: string
  at: Instant
  by: string
}

export const addLedTo = (db: Writes, { idea, kind, target, at, by }: LedTo) =>
  db
    .insertInto('idea_led_to')
    .values({ idea_id: idea, kind, target_id: target, at, by_person: by, event_at: null })
    .onConflict((conflict) => conflict.columns(['kind', 'target_id', 'idea_id']).doNothing())
    .execute()

export const ledToOf = (db: Reads, ideaId: string) =>
  db.selectFrom('idea_led_to').select(['kind', 'target_id']).where('idea_id', '=', ideaId).execute()
