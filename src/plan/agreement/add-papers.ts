import * as z from 'zod'
import { transact } from '#platform/db.ts'
import { keepFile, type NewFile } from '#platform/files.ts'
import { date, line, optionalLine, optionalWebAddress } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { addOriginal, addVersionDecision } from './versions.sql.ts'

export const DecisionForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice is one decision. */
  id: z.uuid(),
  body: line(200),
  decided_on: date,
  paragraph: optionalLine(50),
  case_number: optionalLine(80),
  url: optionalWebAddress,
})

/** Writes down where a version was decided: which body, when, and where it can be read. */
export const addDecisionOf = (
  db: Db,
  by: Member,
  { versionId, form }: { versionId: string; form: z.output<typeof DecisionForm> },
  now: Instant,
): Promise<void> =>
  transact(db, async (tx) => {
    const known = await tx
      .selectFrom('agreement_decision')
      .select('id')
      .where('id', '=', form.id)
      .executeTakeFirst()
    if (known) return
    await addVersionDecision(tx, { ...form, version_id: versionId, added_at: now, added_by: by.id })
    await record(tx, { what: 'agreement-decision-added', by: by.id, about: versionId, at: now })
  })

/** Attaches the signed original. */
export const attachOriginal = (
  db: Db,
  by: Member,
  { versionId, file, uploads }: { versionId: string; file: NewFile; uploads: string },
  now: Instant,
): Promise<void> =>
  transact(db, async (tx) => {
    const fileId = await keepFile(tx, uploads, file, now)
    await addOriginal(tx, { versionId, fileId, by: by.id, now })
    await record(tx, { what: 'agreement-original-added', by: by.id, about: versionId, at: now })
  })
