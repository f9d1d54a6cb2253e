import { ideaStates } from '#ideas/index.ts'
import { revisionStates } from '#plan/index.ts'
import type { Reads } from '../tables.ts'

/**
 * What other letters tell an address of: answers to those who were at the tables, lunches to those behind the need,
 * everything about an idea to those behind it, to whoever proposed a focus area that it was chosen, and to
 * coordinators how revisions stand.
 */
export async function toldElsewhere(db: Reads, email: string): Promise<Set<string>> {
  const answers = await db
    .selectFrom('recommendation')
    .innerJoin('sign_up', 'sign_up.event_id', 'recommendation.event_id')
    .select('recommendation.id')
    .where('sign_up.email', '=', email)
    .where('sign_up.state', '=', 'seat')
    .where('sign_up.checked_in_at', 'is not', null)
    .execute()
  const lunches = await db
    .selectFrom('lunch')
    .innerJoin('lunch_voice', 'lunch_voice.need_id', 'lunch.need_id')
    .select('lunch.event_id')
    .where('lunch_voice.email', '=', email)
    .where('lunch_voice.left_at', 'is', null)
    .execute()
  const proposed = await db
    .selectFrom('focus_submission')
    .select('id')
    .where('email', '=', email)
    .where('confirmed_at', 'is not', null)
    .execute()
  return new Set([
    ...answers.map(({ id }) => `answer ${id}`),
    ...lunches.map(({ event_id }) => `event ${event_id}`),
    ...proposed.map(({ id }) => `focus-area ${id}`),
    ...(await ofIdeas(db, email)),
    ...(await ofRevisions(db, email)),
  ])
}

async function ofIdeas(db: Reads, email: string): Promise<string[]> {
  const ideas = await db
    .selectFrom('idea_voice')
    .innerJoin('idea', 'idea.id', 'idea_voice.idea_id')
    .select((eb) => eb.fn.coalesce('idea.into_id', 'idea.id').as('id'))
    .where('idea_voice.email', '=', email)
    .where('idea_voice.confirmed_at', 'is not', null)
    .where('idea_voice.left_at', 'is', null)
    .execute()
  if (ideas.length === 0) return []
  const ids = ideas.map(({ id }) => id)
  const made = await db.selectFrom('idea_led_to').select('target_id').where('idea_id', 'in', ids).execute()
  return [
    ...ids.flatMap((id) => [`idea ${id}`, ...ideaStates.map((state) => `idea ${id} ${state}`)]),
    ...made.flatMap(({ target_id: id }) => [
      `need ${id}`,
      `event ${id}`,
      `commitment ${id}`,
      `partnership ${id}`,
    ]),
  ]
}

async function ofRevisions(db: Reads, email: string): Promise<string[]> {
  const decides = await db
    .selectFrom('person')
    .innerJoin('coordinator', 'coordinator.person_id', 'person.id')
    .select('person.id')
    .where('person.email', '=', email)
    .where('coordinator.until', 'is', null)
    .executeTakeFirst()
  if (!decides) return []
  const revisions = await db.selectFrom('revision').select(['id', 'version']).execute()
  return revisions.flatMap(({ id, version }) => [
    ...[`revision ${id}`, `revision ${id} version ${version}`],
    ...revisionStates.map((state) => `revision ${id} ${state}`),
  ])
}
