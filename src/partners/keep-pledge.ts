import * as z from 'zod'
import { optionalParagraphs } from '#platform/form.ts'
import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutPledges } from './decide-pledges.ts'
import { publishing, refusalToStep, type StepRefusal, withdrawReasons } from './pledge.rules.ts'
import { addStep, changePledge, pledgeWithId, stepsOf } from './pledges.sql.ts'
import { confirm } from './send-pledge.ts'
import type { Db } from './tables.ts'

/** Whoever has the mailed link says that the address is theirs. */
export const confirmPledge = (db: Db, id: string, now: Instant): Promise<void> =>
  decideAboutPledges(db, async (tx) => {
    const pledge = found(await pledgeWithId(tx, id), 'pledge')
    if (!pledge.confirmed_at) await confirm(tx, id, now)
  })

export const WithdrawForm = z.object({
  do: z.literal('withdraw'),
  reason: z.enum(withdrawReasons, 'partners.mistake.reason'),
  words: optionalParagraphs(1000),
})

/** The giver takes it back, as long as nothing was given. */
export function withdrawPledge(
  db: Db,
  id: string,
  { reason, words }: z.output<typeof WithdrawForm>,
  now: Instant,
): Promise<StepRefusal | null> {
  return decideAboutPledges(db, async (tx) => {
    const { state, confirmed_at } = found(await pledgeWithId(tx, id), 'pledge')
    const { length: steps } = await stepsOf(tx, id)
    const standing = { state, isConfirmed: confirmed_at !== null, seen: steps, steps }
    const refusal = refusalToStep(standing, 'withdrawn', null)
    if (refusal) return refusal
    await addStep(tx, {
      ...{ pledge_id: id, number: steps + 1, kind: 'withdrawn', reason, words, at: now, by_person: null },
    })
    await record(tx, { what: 'pledge-withdrawn', by: null, about: id, at: now, detail: { reason } })
    return null
  })
}

export const PublishForm = z.object({
  do: z.literal('publish'),
  publish: z.enum(publishing, 'partners.mistake.publish'),
})

/** What may be read of a gift is the giver's to say, also afterwards. */
export const publishAs = (
  db: Db,
  id: string,
  { publish }: z.output<typeof PublishForm>,
  now: Instant,
): Promise<void> =>
  decideAboutPledges(db, async (tx) => {
    await changePledge(tx, id, { publish })
    await record(tx, { what: 'pledge-publishing-chosen', by: null, about: id, at: now, detail: { publish } })
  })
