import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import { addLinks } from '#programme/index.ts'
import type { UrlOf } from '../minutes/note.mail.ts'
import { type Forum, keepSeats, loadForum } from '../seating-plan/index.ts'
import type { Db } from '../tables.ts'
import { shownSeating } from '../your-tables/your-tables.sql.ts'
import { type ChangedSeat, changedTablesMail } from './changed-tables.mail.ts'
import type { ReseatingProposal } from './proposal.ts'
import { refusalToTake, type TakeRefusal } from './reseating.rules.ts'
import { type Arrival, arrivals, noteTaken, reseatingWithId } from './reseating.sql.ts'

interface Letters {
  now: Instant
  url: UrlOf
}

/**
 * Takes what was proposed: the seats change, and those whose seats did get a mail, if they have been shown theirs. What
 * was proposed from other seats than those of now is refused.
 */
export function takeReseating(db: Db, by: Member, eventId: string, id: string, { now, url }: Letters) {
  return decide(db, 'event', eventId, async (tx): Promise<TakeRefusal | null> => {
    const forum = found(await loadForum(tx, eventId), 'seating')
    const reseating = found(await reseatingWithId(tx, eventId, id), 'proposal')
    const refusal = refusalToTake(reseating, forum.seating.version)
    if (refusal) return refusal
    const { proposal, after_round } = reseating
    await noteTaken(tx, id, by.id, now)
    await keepSeats(tx, forum, scheduleAfter(forum, after_round, proposal), { kind: 'door', by: by.id, now })
    const people = await arrivals(tx, eventId)
    const event = await shownSeating(tx, eventId)
    if (event) {
      const letters = lettersFor(proposal, people)
      const mails = letters.map(({ reader, changes }) => {
        const token = newToken()
        return { token, reader, mail: changedTablesMail({ event, reader, changes, token, url }) }
      })
      await addLinks(
        tx,
        mails.map(({ token, reader }) => ({
          ...{ token_hash: hashOf(token), sign_up_id: reader.id, created_at: now },
        })),
      )
      await queueMails(
        tx,
        mails.map(({ mail }) => mail),
        now,
      )
    }
    const { away, seated, moved } = proposal
    const detail = { away: away.length, seated: seated.length, moved: moved.length }
    await record(tx, { what: 'reseated', by: by.id, about: eventId, at: now, detail })
    return null
  })
}

/** Rounds that are over stay as they were. */
function scheduleAfter(forum: Forum, afterRound: number, { seats }: ReseatingProposal): string[][][] {
  const at = Map.groupBy(seats, ({ round, table }) => `${round} ${table}`)
  return forum.schedule.map((tables, index) =>
    index < afterRound
      ? tables
      : forum.tables.map(({ number }) =>
          (at.get(`${index + 1} ${number}`) ?? []).map(({ signUpId }) => signUpId),
        ),
  )
}

interface Letter {
  reader: { id: string; name: string; email: string; language: Arrival['language'] }
  changes: ChangedSeat[]
}

/** One letter each to those whose seats change, or who are seated now; without an address, to whoever brought them. */
function lettersFor({ moved, seated, seats }: ReseatingProposal, people: readonly Arrival[]): Letter[] {
  const letters = new Map<string, Letter>()
  for (const person of people) {
    const own: ChangedSeat[] = [
      ...moved.filter(({ signUpId }) => signUpId === person.id),
      ...(seated.includes(person.id) ? seats.filter(({ signUpId }) => signUpId === person.id) : []),
    ].map((seat) => ({ round: seat.round, to: 'to' in seat ? seat.to : seat.table, who: '' }))
    const reader = readerFor(person)
    if (own.length === 0 || !reader) continue
    const letter = letters.get(reader.id) ?? { reader, changes: [] }
    const who = reader.id === person.id ? '' : person.named === 1 ? person.name : '–'
    letter.changes.push(...own.map((one) => ({ ...one, who })))
    letters.set(reader.id, letter)
  }
  return [...letters.values()]
}

function readerFor(one: Arrival): Letter['reader'] | null {
  if (one.email !== null) return { id: one.id, name: one.name, email: one.email, language: one.language }
  const { bringer_id: id, bringer_name: name, bringer_email: email, bringer_language: language } = one
  return id && name && email && language ? { id, name, email, language } : null
}
