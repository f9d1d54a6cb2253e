import { type Insertable, sql, type Updateable } from 'kysely'
import type { ForumTables, Reads, Writes } from '../tables.ts'

/** The person behind the cookies with these checksums; several browsers may be one person. */
export const votersOfTokens = (db: Reads, dialogueId: string, hashes: readonly string[]) =>
  db
    .selectFrom('voter as browser')
    .innerJoin('voter', (join) =>
      join.on('voter.id', '=', sql<string>`coalesce(browser.merged_into, browser.id)`),
    )
    .selectAll('voter')
    .select('browser.token_hash as known_by')
    .where('browser.dialogue_id', '=', dialogueId)
    .where('browser.token_hash', 'in', hashes)
    .execute()

export type Voter = Awaited<ReturnType<typeof votersOfTokens>>[number]

export const voterOfToken = async (db: Reads, dialogueId: string, hash: string): Promise<Voter | undefined> =>
  (await votersOfTokens(db, dialogueId, [hash]))[0]

/** The person that a voter has become. */
export const personOf = (db: Reads, voterId: string) =>
  db
    .selectFrom('voter as browser')
    .innerJoin('voter', (join) =>
      join.on('voter.id', '=', sql<string>`coalesce(browser.merged_into, browser.id)`),
    )
    .selectAll('voter')
    .where('browser.id', '=', voterId)
    .executeTakeFirst()

export type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>

export const voterWithAddress = (db: Reads, dialogueId: string, email: string) =>
  db
    .selectFrom('voter')
    .selectAll()
    .where('dialogue_id', '=', dialogueId)
    .where('email', '=', email)
    .executeTakeFirst()

export const voterOfSignUp = (db: Reads, dialogueId: string, signUpId: string) =>
  db
    .selectFrom('voter')
    .selectAll()
    .where('dialogue_id', '=', dialogueId)
    .where('sign_up_id', '=', signUpId)
    .executeTakeFirst()

export const addVoter = (db: Writes, row: Insertable<ForumTables['voter']>) =>
  db.insertInto('voter').values(row).execute()

export const changeVoter = (db: Writes, id: string, row: Updateable<ForumTables['voter']>) =>
  db.updateTable('voter').set(row).where('id', '=', id).execute()

export const addLink = (db: Writes, row: Insertable<ForumTables['voter_link']>) =>
  db.insertInto('voter_link').values(row).execute()

export const linkOfToken = (db: Reads, dialogueId: string, hash: string) =>
  db
    .selectFrom('voter_link')
    .innerJoin('voter', 'voter.id', 'voter_link.voter_id')
    .selectAll('voter_link')
    .where('voter.dialogue_id', '=', dialogueId)
    .where('voter_link.token_hash', '=', hash)
    .executeTakeFirst()

export const useLink = (db: Writes, hash: string, at: string) =>
  db.updateTable('voter_link').set({ used_at: at }).where('token_hash', '=', hash).execute()

/** A sign-up by the link to its own page, if it is one for this event and its address is known to be theirs. */
export const signUpOfLink = (db: Reads, eventId: string, hash: string) =>
  db
    .selectFrom('personal_link')
    .innerJoin('sign_up', 'sign_up.id', 'personal_link.sign_up_id')
    .select(['sign_up.id', 'sign_up.email', 'sign_up.capacity', 'sign_up.confirmed_at', 'sign_up.state'])
    .where('personal_link.token_hash', '=', hash)
    .where('sign_up.event_id', '=', eventId)
    .where('sign_up.confirmed_at', 'is not', null)
    .executeTakeFirst()
