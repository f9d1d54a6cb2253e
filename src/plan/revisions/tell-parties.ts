import { coordinatorsNow, substitutesNow } from '#people/index.ts'
import { transact } from '#platform/db.ts'
import { type Mail, queueMails } from '#platform/mail/index.ts'
import { localDate } from '#platform/time.ts'
import type { Db, Tx } from '../tables.ts'
import type { Means } from './means.ts'
import { revisionMail, type Told } from './revision.mail.ts'
import { answersOf, changesOf, type Revision } from './revisions.sql.ts'

/** Those who propose hear of answers; the others of what is proposed; and all of how it ended. */
export async function tellParties(
  tx: Tx,
  revision: Revision,
  what: Exclude<Told, 'about-to-lapse'>,
  means: Means,
  by: string | null = null,
): Promise<void> {
  const isForOthers = what === 'proposed' || what === 'changed'
  await tell(tx, revision, what, means, ({ party_id, id }) => {
    if (id === by) return false
    if (isForOthers) return party_id !== revision.party_id
    return what !== 'answered' || party_id === revision.party_id
  })
}

/** Those whose answer is missing, a few days before the last one; once for each version. */
export const tellAwaited = (
  db: Db,
  revision: Revision,
  awaits: readonly string[],
  means: Means,
): Promise<void> =>
  transact(db, (tx) =>
    tell(tx, revision, 'about-to-lapse', means, ({ party_id }) => awaits.includes(party_id)),
  )

interface Reader {
  id: string
  email: string
  language: Mail['language']
  party_id: string
}

async function tell(
  tx: Tx,
  revision: Revision,
  what: Told,
  means: Means,
  isTold: (reader: Reader) => boolean,
): Promise<void> {
  const readers = (await readersOf(tx, means)).filter(isTold)
  if (readers.length === 0) return
  const changes = await changesOf(tx, revision.id)
  const answers = await answersOf(tx, revision.id)
  const mails = readers.map((to) => {
    const mail = revisionMail(
      { revision, changes, answers, to, url: means.url, today: localDate(means.now) },
      what,
    )
    if (what !== 'about-to-lapse') return mail
    return { ...mail, key: `revision-lapses ${revision.id} ${revision.version} ${to.id}` }
  })
  await queueMails(tx, mails, means.now)
}

/** Coordinators and today's substitutes; whoever is both hears once. */
async function readersOf(tx: Tx, { now }: Means): Promise<Reader[]> {
  const substitutes = await substitutesNow(tx, now)
  const all: Reader[] = [
    ...(await coordinatorsNow(tx)),
    ...substitutes.map(({ person_id, ...one }) => ({ id: person_id, ...one })),
  ]
  return all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index)
}
