import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { NewPost } from './tables.ts'

/** Everybody who acts or has acted for an organisation, those with the longest term first. */
export const postsOf = (db: Reads, organisationId: string) =>
  db
    .selectFrom('organisation_post')
    .leftJoin('person', 'person.id', 'organisation_post.person_id')
    .select([
      'organisation_post.id',
      'organisation_id',
      'person_id',
      'kind',
      'title',
      'from_day',
      'until_day',
    ])
    .select(['given_at', 'ended_at', 'told_at', 'person.name', 'person.email', 'person.language'])
    .where('organisation_id', '=', organisationId)
    .orderBy('given_at')
    .orderBy('organisation_post.id')
    .execute()

export type Post = Awaited<ReturnType<typeof postsOf>>[number]

/** The organisations that somebody acts for on a day. */
export const organisationsActedFor = (db: Reads, personId: string, today: string) =>
  db
    .selectFrom('organisation_post')
    .innerJoin('organisation', 'organisation.id', 'organisation_post.organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.sector'])
    .select(['organisation_post.kind as post', 'until_day'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .execute()

/** The organisations of which a post ends in these days and nobody has been told. */
export async function organisationsWithTermsUntil(db: Reads, today: string, last: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation_post')
    .select('organisation_id')
    .distinct()
    .where('until_day', '>=', today)
    .where('until_day', '<=', last)
    .where('ended_at', 'is', null)
    .where('told_at', 'is', null)
    .execute()
  return rows.map(({ organisation_id }) => organisation_id)
}

export const setTold = (db: Writes, id: string, at: Instant) =>
  db.updateTable('organisation_post').set({ told_at: at }).where('id', '=', id).execute()

export const addPost = (db: Writes, row: NewPost) => db.insertInto('organisation_post').values(row).execute()

export const endPost = (db: Writes, id: string, by: string | null, at: Instant) =>
  db.updateTable('organisation_post').set({ ended_at: at, ended_by: by }).where('id', '=', id).execute()

export const invitationsOf = (db: Reads, organisationId: string) =>
  db
    .selectFrom('organisation_invitation')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('answered_at', 'is', null)
    .orderBy('invited_at')
    .execute()

export const invitationWithToken = (db: Reads, tokenHash: string) =>
  db.selectFrom('organisation_invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
