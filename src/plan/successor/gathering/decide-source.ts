import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalTexts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { makingStateOf } from '../making-state.ts'
import { successorWithId } from '../successor.sql.ts'
import { type GatherRefusal, refusalToGather } from './gather.rules.ts'
import { type GatheredSource, loadSources } from './load-sources.ts'
import { putGathered } from './sources.sql.ts'

export const GatherForm = z
  .object({
    do: z.enum(['words', 'laid-aside'], 'successor.mistake.gather'),
    reason: optionalTexts(2000),
  })
  .refine((form) => form.do === 'words' || Object.keys(form.reason).length > 0, {
    error: 'successor.mistake.reason',
    path: ['reason.sv'],
  })
export type GatherForm = z.output<typeof GatherForm>

/** 'recommendation.0190…': the kind of a source and its id, as addresses spell it. */
export const keyOf = ({ kind, id }: Pick<GatheredSource, 'kind' | 'id'>): string => `${kind}.${id}`

/** Says that the draft's words take something in, or why it is laid aside. */
export function decideSource(
  db: Db,
  { successorId, key, by, now }: { successorId: string; key: string; by: Member; now: Instant },
  form: GatherForm,
): Promise<GatherRefusal | null> {
  return decide(db, 'successor', successorId, async (tx): Promise<GatherRefusal | null> => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    const source = found(
      (await loadSources(tx, successor)).find((one) => keyOf(one) === key),
      'source',
    )
    const { do: outcome, reason } = form
    const before = source.decided?.outcome ?? null
    const refusal = refusalToGather({ state: makingStateOf(successor), outcome, reason, before })
    if (refusal) return refusal
    await putGathered(tx, {
      ...{ successor_id: successorId, kind: source.kind, source_id: source.id, outcome },
      ...{ reason: json(reason), draft_commitment_id: null, by_person: by.id, decided_at: now },
    })
    const detail = { kind: source.kind, source: source.id, outcome }
    await record(tx, { what: 'source-decided', by: by.id, about: successorId, at: now, detail })
    return null
  })
}
