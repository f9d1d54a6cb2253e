import { sql } from 'kysely'
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
    .select(['given_at', 'ended_at', 'person.name', 'person.email', 'person.language'])
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

/** Whether somebody acts for an organisation on a day: other rooms ask the same. */
export async function actsFor(db: Reads, personId: string, organisationId: string, today: string) {
  const all = await organisationsActedFor(db, personId, today)
  return all.some(({ id }) => id === organisationId)
}

/** The addresses of those who act for an organisation on a day. */
export const actorsOf = (db: Reads, organisationId: string, today: string) =>
  db
    .selectFrom('organisation_post')
    .innerJoin('person', 'person.id', 'organisation_post.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .distinct()
    .execute()

export const addPost = (db: Writes, row: NewPost) => db.insertInto('organisation_post').values(row).execute()

export const endPost = (db: Writes, id: string, by: string | null, at: Instant) =>
  db.updateTable('organisation_post').set({ ended_at: at, ended_by: by }).where('id', '=', id).execute()

/** Posts whose last day comes, with whoever holds them, who were not told of it yet. */
export const postsThatEnd = (db: Reads, today: string, lastDay: string) =>
  db
    .selectFrom('organisation_post')
    .innerJoin('person', 'person.id', 'organisation_post.person_id')
    .innerJoin('organisation', 'organisation.id', 'organisation_post.organisation_id')
    .select(['organisation_post.id', 'until_day', 'organisation.slug', 'organisation.name as organisation'])
    .select(['organisation_post.kind', 'person.name', 'person.email', 'person.language'])
    .where('organisation_post.ended_at', 'is', null)
    .where('told_at', 'is', null)
    .where('until_day', 'is not', null)
    .where(sql<boolean>`until_day between ${today} and ${lastDay}`)
    .execute()

export const toldOfEnd = (db: Writes, id: string, at: Instant) =>
  db.updateTable('organisation_post').set({ told_at: at }).where('id', '=', id).execute()

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
