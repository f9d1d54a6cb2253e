import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalLine, optionalParagraphs } from '#platform/form.ts'
import { record } from '#platform/record.ts'
import { localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import { type AnswerRefusal, isIntroduced, refusalToAnswer, saidBy, stepKinds } from './answer.rules.ts'
import { entryWithId } from './entries.sql.ts'
import { otherSide, type Side } from './entry.rules.ts'
import { addStep, matchWithId, setAnswer, setIntroduced, stepsOf } from './matches.sql.ts'
import { isBothOpen } from './suggest.ts'
import { introduce, type Telling } from './tell.ts'

export const Answering = z.object({
  do: z.enum(['yes', 'no']),
  /** When the other's words last changed, as they were read. */
  seen: z.string().default(''),
})

/**
 * One side says yes or no to a suggestion. Nothing reaches the other before both said yes; then both are introduced in
 * the same transaction, so once.
 */
export function answerSuggestion(
  db: Db,
  by: string | null,
  { id, side }: { id: string; side: Side },
  form: z.output<typeof Answering>,
  telling: Telling,
): Promise<AnswerRefusal | null> {
  const { now } = telling
  return decideAboutBoth(db, id, async (tx) => {
    const match = found(await matchWithId(tx, id), 'suggestion')
    const need = found(await entryWithId(tx, match.need_id), 'entry')
    const offer = found(await entryWithId(tx, match.offer_id), 'entry')
    const theirs = side === 'need' ? offer : need
    const bothOpen = isBothOpen(match, localDate(now))
    const refusal = refusalToAnswer(
      { ...match, bothOpen, changedAt: theirs.changed_at, seen: form.seen },
      form.do,
    )
    if (refusal) return refusal
    await setAnswer(tx, id, side, { said: form.do, at: now, by })
    const other = saidBy(match, otherSide(side))
    const isBoth = isIntroduced(form.do, other)
    // What one side answers is not for the record, where the other may read it.
    if (!isBoth) return null
    await setIntroduced(tx, id, now)
    await record(tx, { what: 'need-offer-introduced', by: null, about: id, at: now })
    await introduce(tx, id, [need, offer], telling)
    return null
  })
}

/** Holds the need, the offer and the suggestion, in this order: nobody rewords what is being said yes to. */
async function decideAboutBoth<R>(db: Db, id: string, work: (tx: Tx) => Promise<R>): Promise<R> {
  const { need_id, offer_id } = found(await matchWithId(db, id), 'suggestion')
  return decide(db, 'need_offer', need_id, (tx) =>
    decide(tx, 'need_offer', offer_id, () => decide(tx, 'need_match', id, work)),
  )
}

export const TellingStep = z.object({
  do: z.literal('tell'),
  kind: z.enum(stepKinds, 'needs-offers.mistake.step'),
  words: optionalParagraphs(1000),
  partnership: optionalLine(60),
  event: optionalLine(60),
})

/** One side tells what came of an introduction. */
export function tellStep(
  db: Db,
  by: string | null,
  { id, side }: { id: string; side: Side },
  form: z.output<typeof TellingStep>,
  { now }: Telling,
): Promise<'not-introduced' | null> {
  return decide(db, 'need_match', id, async (tx) => {
    const match = found(await matchWithId(tx, id), 'suggestion')
    if (!match.introduced_at) return 'not-introduced'
    const number = (await stepsOf(tx, [id])).length + 1
    const { kind, words, partnership, event } = form
    const came = kind === 'led-to' ? { partnership, event } : { partnership: null, event: null }
    const led = { partnership_id: came.partnership, event_id: came.event }
    await addStep(tx, { match_id: id, number, kind, side, words, ...led, at: now, by_person: by })
    await record(tx, { what: 'need-offer-told', by, about: id, at: now, detail: { kind } })
    return null
  })
}
