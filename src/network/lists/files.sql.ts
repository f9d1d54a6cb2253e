import type { Language } from '#platform/language.ts'
import { organisationsFound } from '../organisations/lists.sql.ts'
import type { Reads } from '../tables.ts'

/** Every organisation of the directory that is found by these words, by name as the reader's language sorts it. */
export const organisationsToWrite = (db: Reads, language: Language, words = '') =>
  organisationsFound(db, words)
    .select(['slug', 'name', 'sector', 'kind', 'number', 'about', 'for_whom', 'areas', 'languages'])
    .select(['place', 'website', 'contact_email', 'contact_is_shown'])
    .orderBy(`sort_${language}`)
    .orderBy('id')
    .execute()

/** Everybody who acts for an organisation on a day. */
export const contactsToWrite = (db: Reads, today: string) =>
  db
    .selectFrom('organisation_post')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['organisation.name as organisation', 'number', 'person.name', 'email', 'organisation_post.kind'])
    .select(['title', 'until_day', 'language'])
    .where('ended_at', 'is', null)
    .where('from_day', '<=', today)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', today)]))
    .orderBy('search_text')
    .orderBy('person.name')
    .orderBy('organisation_post.id')
    .execute()

/** Every partnership, process and network, as the office has put them. */
export const partnershipsToWrite = (db: Reads) =>
  db
    .selectFrom('partnership')
    .select(['slug', 'kind', 'name', 'state', 'began_on', 'ended_on'])
    .orderBy('position')
    .execute()
