import * as z from 'zod'
import { openDecisionAbout } from '#people/index.ts'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { refusalToEditGoal } from './goal.rules.ts'
import { agreementInForce } from '../agreement/agreement.sql.ts'
import { addGoal, changeGoal, goalWithId, linkGoal, nextGoalNumber } from './goals.sql.ts'
import type { Db } from '../tables.ts'

const titleMax = 200
const aboutMax = 4000
const howMax = 300

const numbersUpTo = (max: number) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z
      .array(z.coerce.number().int().min(1).max(max))
      .transform((all) => [...new Set(all)].sort((a, b) => a - b)),
  )

const tickedItems = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().max(100)),
)

const Own = z.object({
  title: texts(titleMax),
  about: optionalTexts(aboutMax),
  sdgs: numbersUpTo(17),
  domains: numbersUpTo(6),
  items: tickedItems,
})

/** What the fields for how a goal contributes to something are called. */
export const howField = (itemId: string): string => `how-${itemId}`

/** A goal's own fields, and how it contributes to each of what is ticked. */
export const goalForm = (known: readonly { id: string }[]) => {
  const hows = known.map(({ id }) => [howField(id), optionalTexts(howMax)] as const)
  return z.intersection(Own, z.object(Object.fromEntries(hows))).transform((all): GoalWords => ({
    ...{ title: all.title, about: all.about, sdgs: all.sdgs, domains: all.domains },
    items: known.flatMap(({ id }) =>
      all.items.includes(id)
        ? [{ item_id: id, how: (all as Record<string, Texts>)[howField(id)] ?? {} }]
        : [],
    ),
  }))
}

export interface GoalWords {
  title: Texts
  about: Texts
  sdgs: number[]
  domains: number[]
  items: { item_id: string; how: Texts }[]
}

/** Words a goal anew as long as it is a draft; null means it is done. */
export function editGoal(db: Db, by: Member, id: string, form: GoalWords, now: Instant) {
  return decide(db, 'goal', id, async (tx) => {
    const goal = found(await goalWithId(tx, id), 'goal')
    const isAsked = (await openDecisionAbout(tx, 'adopt-goal', id)) !== undefined
    const refusal = refusalToEditGoal({ ...goal, isAsked })
    if (refusal) return refusal

    await changeGoal(tx, id, form)
    await linkGoal(tx, id, form)
    await record(tx, { what: 'goal-edited', by: by.id, about: id, at: now, detail: { number: goal.number } })
    return null
  })
}

/** Drafts a new goal; twice sent is one goal. Its number. */
export async function draftGoal(
  db: Db,
  by: Member,
  { id, words }: { id: string; words: GoalWords },
  now: Instant,
) {
  const { id: agreement_id } = found(await agreementInForce(db), 'agreement')
  return decide(db, 'agreement', agreement_id, async (tx): Promise<number> => {
    const known = await goalWithId(tx, id)
    if (known) return known.number
    const number = await nextGoalNumber(tx)
    const texts = { title: json(words.title), about: json(words.about), close_reason: json({}) }
    await addGoal(tx, { id, agreement_id, number, ...texts, adopted_at: null, closed_at: null })
    await linkGoal(tx, id, words)
    await record(tx, { what: 'goal-drafted', by: by.id, about: id, at: now, detail: { number } })
    return number
  })
}
