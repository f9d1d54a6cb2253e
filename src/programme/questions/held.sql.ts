import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'

/** How much of something is held, and the last date on which some of it is wiped. */
export interface Held {
  count: number
  until: string | null
}

/** What is still held of the people who signed up for an event. */
export interface HeldAtEvent {
  id: string
  title: Texts
  starts_at: Instant
  ends_at: Instant
  names: number
  needs: Held
  answers: Held
  authors: number
  /** Those invited, and those who speak, whose address is known. */
  invited: number
  speakers: number
}

/** Events at which somebody is still known by name, those that are wiped first on top; one alone if it is named. */
export async function heldOf(db: Reads, { eventId, max }: { eventId?: string; max: number }) {
  let query = db
    .selectFrom('event')
    .leftJoin('event_forgotten', 'event_forgotten.event_id', 'event.id')
    .select(['event.id', 'event.title', 'event.starts_at', 'event.ends_at'])
    .where((eb) =>
      eb.or([
        eb('event_forgotten.event_id', 'is', null),
        eb('event.id', 'in', withInvited(db)),
        eb('event.id', 'in', withSpeakers(db)),
      ]),
    )
    .orderBy('event.ends_at')
    .orderBy('event.id')
    .limit(max)
  if (eventId === undefined)
    query = query.where((eb) =>
      eb.or([
        eb.exists(
          eb.selectFrom('sign_up').select('sign_up.id').whereRef('sign_up.event_id', '=', 'event.id'),
        ),
        eb('event.id', 'in', withInvited(db)),
        eb('event.id', 'in', withSpeakers(db)),
      ]),
    )
  else query = query.where('event.id', '=', eventId)
  const events = await query.execute()
  const counts = await countsOf(
    db,
    events.map(({ id }) => id),
  )
  return events.map((event): HeldAtEvent => ({ ...event, ...counts(event.id) }))
}

/** Events of which somebody invited, or an address of somebody who speaks, is known still. */
const withInvited = (db: Reads) =>
  db.selectFrom('invitation').select('invitation.event_id').where('invitation.forgotten_at', 'is', null)
const withSpeakers = (db: Reads) =>
  db.selectFrom('speaker').select('speaker.event_id').where('speaker.email', 'is not', null)

const nothing: Held = { count: 0, until: null }

async function countsOf(db: Reads, ids: readonly string[]) {
  if (ids.length === 0)
    return () => ({ names: 0, needs: nothing, answers: nothing, authors: 0, invited: 0, speakers: 0 })
  const names = await db
    .selectFrom('sign_up')
    .select((eb) => ['event_id', eb.fn.countAll<number>().as('count')])
    .where('event_id', 'in', ids)
    .where('forgotten_at', 'is', null)
    .groupBy('event_id')
    .execute()
  const needs = await db
    .selectFrom('sign_up_need')
    .innerJoin('sign_up', 'sign_up.id', 'sign_up_need.sign_up_id')
    .select((eb) => ['event_id', eb.fn.countAll<number>().as('count'), eb.fn.max('wipe_on').as('until')])
    .where('event_id', 'in', ids)
    .groupBy('event_id')
    .execute()
  const answers = await db
    .selectFrom('question_answer')
    .innerJoin('question', 'question.id', 'question_answer.question_id')
    .select((eb) => ['event_id', eb.fn.countAll<number>().as('count'), eb.fn.max('wipe_on').as('until')])
    .where('event_id', 'in', ids)
    .groupBy('event_id')
    .execute()
  const authors = await db
    .selectFrom('table_proposal')
    .select((eb) => ['event_id', eb.fn.count<number>('sign_up_id').as('count')])
    .where('event_id', 'in', ids)
    .groupBy('event_id')
    .execute()
  const invited = await db
    .selectFrom('invitation')
    .select((eb) => ['event_id', eb.fn.countAll<number>().as('count')])
    .where('event_id', 'in', ids)
    .where('forgotten_at', 'is', null)
    .groupBy('event_id')
    .execute()
  const speakers = await db
    .selectFrom('speaker')
    .select((eb) => ['event_id', eb.fn.count<number>('email').as('count')])
    .where('event_id', 'in', ids)
    .groupBy('event_id')
    .execute()
  return (id: string) => {
    const at = <R extends { event_id: string }>(rows: readonly R[]) => rows.find((row) => row.event_id === id)
    return {
      names: at(names)?.count ?? 0,
      needs: at(needs) ?? nothing,
      answers: at(answers) ?? nothing,
      authors: at(authors)?.count ?? 0,
      invited: at(invited)?.count ?? 0,
      speakers: at(speakers)?.count ?? 0,
    }
  }
}
