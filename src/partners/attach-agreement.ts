import { found } from '#platform/errors.ts'
import { keepFile, type NewFile } from '#platform/files.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { decideAboutPledges } from './decide-pledges.ts'
import { mayAttach } from './pledge.rules.ts'
import { changePledge, pledgeNumbered } from './pledges.sql.ts'
import type { Db } from './tables.ts'

interface Attaching {
  by: Member
  number: number
  now: Instant
  /** Where files are kept. */
  uploads: string
}

/** Keeps what was signed beside the pledge; another one takes its place, and the record says that there was one. */
export function attachAgreement(
  db: Db,
  { by, number, now, uploads }: Attaching,
  file: NewFile,
): Promise<'too-early' | null> {
  return decideAboutPledges(db, async (tx) => {
    const { id, state } = found(await pledgeNumbered(tx, number), 'pledge')
    if (!mayAttach(state)) return 'too-early'
    await changePledge(tx, id, { agreement_file_id: await keepFile(tx, uploads, file, now) })
    await record(tx, { what: 'pledge-agreement-attached', by: by.id, about: id, at: now })
    return null
  })
}
