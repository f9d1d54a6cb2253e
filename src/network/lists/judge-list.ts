import { createHash } from 'node:crypto'
import { setImmediate as nextRound } from 'node:timers/promises'
import { localDate, type Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { actingFor, contactsAbove, judgeContact } from './judge-contacts.rules.ts'
import { directoryOf } from './directory.rules.ts'
import { entriesOfDirectory } from './imports.sql.ts'
import { judgeOrganisation, nothingAbove } from './judge-organisations.rules.ts'
import type { Judgement, ReadLine } from './judgement.rules.ts'
import { whoActs } from './who-acts.sql.ts'
import type { ListKind } from './tables.ts'

type Judged = ReadLine & Judgement

export interface JudgedList {
  lines: readonly Judged[]
  /** What the preview says, as a checksum. */
  checksum: string
  /** The directory that it was judged by, as a checksum. */
  directory: string
}

/** PostgreSQL keeps the names within JSON in an order of its own. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

const checksumOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, inOrder)).digest('base64url')

/** What the directory says now. */
export const directoryNow = async (db: Reads): Promise<string> => checksumOf(await entriesOfDirectory(db))

const judgedAtOnce = 50

/** What is going to happen with every line. Other pages are answered meanwhile. */
export async function judgeList(
  db: Reads,
  kind: ListKind,
  lines: readonly ReadLine[],
  now: Instant,
): Promise<JudgedList> {
  const entries = await entriesOfDirectory(db)
  const directory = directoryOf(entries)
  const judge = kind === 'organisations' ? organisationJudge() : await contactJudge()
  const judged: Judged[] = []
  for (const [index, line] of lines.entries()) {
    if (index % judgedAtOnce === 0) await nextRound()
    judged.push({ ...line, ...judge(line) })
  }
  const said = judged.map(({ line, outcome, organisation_id, detail }) => [
    line,
    outcome,
    organisation_id,
    detail,
  ])
  return { lines: judged, checksum: checksumOf(said), directory: checksumOf(entries) }

  function organisationJudge() {
    const above = nothingAbove()
    return (line: ReadLine): Judgement => judgeOrganisation(line, directory, above)
  }

  async function contactJudge() {
    const [above, acting] = [contactsAbove(), actingFor(await whoActs(db, localDate(now)))]
    return (line: ReadLine): Judgement => judgeContact(line, { directory, acting, above })
  }
}
