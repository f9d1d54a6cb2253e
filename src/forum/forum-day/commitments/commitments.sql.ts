import type { Insertable, Updateable } from 'kysely'
import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../../tables.ts'
import type { ForumDayTables } from '../tables.ts'

type Row = ForumDayTables['personal_commitment']

/** What people promised themselves at an event, the latest first; what was forgotten is counted alone. */
export const commitmentsOf = (db: Reads, eventId: string) =>
  db
    .selectFrom('personal_commitment')
    .select(['id', 'words', 'language', 'name', 'shown_at', 'hidden_at', 'created_at'])
    .where('event_id', '=', eventId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type Commitment = Awaited<ReturnType<typeof commitmentsOf>>[number]

/** What the wall may show: whoever wrote it agreed, and no organizer took it off. */
export const onWall = ({ words, shown_at, hidden_at }: Commitment): boolean =>
  words !== null && shown_at !== null && hidden_at === null

export const commitmentCount = async (
  db: Reads,
  eventId: string,
  signUpId: string | null,
): Promise<number> => {
  const query = db
    .selectFrom('personal_commitment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('event_id', '=', eventId)
    .where('sign_up_id', signUpId === null ? 'is' : '=', signUpId)
  return (await query.executeTakeFirstOrThrow()).count
}

export const addCommitment = async (db: Writes, row: Insertable<Row>): Promise<boolean> => {
  const insert = db.insertInto('personal_commitment').values(row)
  const added = await insert
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return added.numInsertedOrUpdatedRows === 1n
}

export const commitmentOfLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('personal_commitment')
    .innerJoin('event', 'event.id', 'personal_commitment.event_id')
    .selectAll('personal_commitment')
    .select(['event.title as event_title', 'event.slug as event_slug'])
    .where('personal_commitment.token_hash', '=', tokenHash)
    .executeTakeFirst()

export type OwnCommitment = NonNullable<Awaited<ReturnType<typeof commitmentOfLink>>>

export const changeCommitment = (db: Writes, id: string, change: Updateable<Row>) =>
  db.updateTable('personal_commitment').set(change).where('id', '=', id).execute()

/** The sign-up behind somebody's own link, and the event it is for. */
export const signUpBehind = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('personal_link')
    .innerJoin('sign_up', 'sign_up.id', 'personal_link.sign_up_id')
    .select(['sign_up.id', 'event_id', 'email', 'sign_up.name', 'language', 'confirmed_at', 'sign_up.state'])
    .where('personal_link.token_hash', '=', tokenHash)
    .executeTakeFirst()

export type Writer = NonNullable<Awaited<ReturnType<typeof signUpBehind>>>

/** Whom to remind today or before. */
export const remindersDue = (db: Reads, today: string, limit: number) =>
  db
    .selectFrom('personal_commitment')
    .innerJoin('event', 'event.id', 'personal_commitment.event_id')
    .select([
      'personal_commitment.id',
      'personal_commitment.event_id',
      'words',
      'language',
      'email',
      'personal_commitment.created_at',
      'event.title',
    ])
    .where('email', 'is not', null)
    .where('confirmed_at', 'is not', null)
    .where('remind_on', '<=', today)
    .where('words', 'is not', null)
    .orderBy('remind_on')
    .orderBy('personal_commitment.id')
    .limit(limit)
    .execute()

export type Due = Awaited<ReturnType<typeof remindersDue>>[number]

/** Addresses that nobody confirmed in time. */
export const wipeUnconfirmed = (db: Writes, before: Instant) =>
  db
    .updateTable('personal_commitment')
    .set({ email: null, remind_on: null })
    .where('email', 'is not', null)
    .where('confirmed_at', 'is', null)
    .where('created_at', '<', before)
    .execute()

/** Words, names and addresses from before; that there was a commitment stays. */
export const forgetWritten = async (db: Writes, before: Instant, now: Instant): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('personal_commitment')
    .set({ words: null, name: null, email: null, sign_up_id: null, forgotten_at: now })
    .where('forgotten_at', 'is', null)
    .where('created_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export const commitmentWithId = (db: Reads, eventId: string, id: string) =>
  db
    .selectFrom('personal_commitment')
    .select(['id', 'hidden_at', 'shown_at'])
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .executeTakeFirst()
