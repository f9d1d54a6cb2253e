import { type Instant, localDate } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import { partiesAsked } from './asked.sql.ts'
import { namesIn } from './names.sql.ts'
import type { Shown } from './revision.page.tsx'
import { answersOf, changesOf, type Revision } from './revisions.sql.ts'

/** Everything that a page says of one revision. */
export async function shown(db: Reads, revision: Revision, now: Instant): Promise<Shown> {
  const changes = await changesOf(db, revision.id)
  const [answers, names, parties, replacing] = await Promise.all([
    answersOf(db, revision.id),
    namesIn(db, changes),
    partiesAsked(db, revision, localDate(now)),
    db.selectFrom('revision').select('number').where('id', '=', revision.replaced_by).executeTakeFirst(),
  ])
  return { revision, changes, answers, names, parties, replacedBy: replacing?.number ?? null }
}
