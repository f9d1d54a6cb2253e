import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { callWithId, changeCall, changeNomination, nominationsOf } from './calls.sql.ts'
import { isCandidate, type RecommendRefusal, refusalToRecommend } from './nominations.rules.ts'

export const RecommendForm = z.object({
  recommended: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.string())),
  recommendation: optionalTexts(2000),
})
export type RecommendForm = z.output<typeof RecommendForm>

/** What the nomination committee recommends, for everybody to read before the election meeting. */
export function recommendCandidates(db: Db, by: Member, callId: string, form: RecommendForm, now: Instant) {
  return decide(db, 'nomination_call', callId, async (tx): Promise<RecommendRefusal | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const refusal = refusalToRecommend(by.party?.id ?? null, call.party_id, call, localDate(now))
    if (refusal) return refusal
    for (const one of (await nominationsOf(tx, callId)).filter(isCandidate)) {
      const is_recommended = form.recommended.includes(one.id) ? 1 : 0
      if (is_recommended !== one.is_recommended) await changeNomination(tx, one.id, { is_recommended })
    }
    const recommendation = json(form.recommendation)
    await changeCall(tx, callId, { recommendation, recommended_at: now, changed_by: by.id, changed_at: now })
    await record(tx, { what: 'candidates-recommended', by: by.id, about: callId, at: now })
    return null
  })
}
