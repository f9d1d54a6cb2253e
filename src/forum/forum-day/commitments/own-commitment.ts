import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../../tables.ts'
import { changeCommitment, commitmentOfLink, commitmentWithId } from './commitments.sql.ts'

export type OwnChange = 'confirm' | 'no-reminder' | 'off-wall' | 'forget'

/** What its writer does with a commitment, behind their own link. Doing it twice is as doing it once. */
export async function changeOwn(db: Db, token: string, change: OwnChange, now: Instant): Promise<void> {
  const { event_id } = found(await commitmentOfLink(db, hashOf(token)), 'commitment')
  await decide(db, 'event', event_id, async (tx) => {
    const own = found(await commitmentOfLink(tx, hashOf(token)), 'commitment')
    if (change === 'confirm' && own.email !== null && own.confirmed_at === null)
      await changeCommitment(tx, own.id, { confirmed_at: now })
    if (change === 'no-reminder') await changeCommitment(tx, own.id, { email: null, remind_on: null })
    if (change === 'off-wall') await changeCommitment(tx, own.id, { shown_at: null, name: null })
    if (change === 'forget' && own.forgotten_at === null) {
      const gone = { words: null, name: null, email: null, sign_up_id: null, forgotten_at: now }
      await changeCommitment(tx, own.id, gone)
    }
  })
}

interface Hiding {
  eventId: string
  id: string
  isHidden: boolean
  by: string
  now: Instant
}

/** An organizer takes a commitment off the wall, or puts it back. */
export function hideCommitment(db: Db, { eventId, id, isHidden, by, now }: Hiding): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    const one = found(await commitmentWithId(tx, eventId, id), 'commitment')
    if ((one.hidden_at !== null) === isHidden) return
    await changeCommitment(tx, id, { hidden_at: isHidden ? now : null })
    const what = isHidden ? 'commitment-hidden' : 'commitment-shown'
    await record(tx, { what, by, about: eventId, at: now, detail: { commitment: id } })
  })
}
