import type { DatabaseSync } from 'node:sqlite'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Sight } from './crawl.ts'
import { inDatabase } from './in-database.ts'

/** The pages of the network that a form or a mail leads to; those of the office as the city sees them. */
export const networkPages = (file: string): Sight<'visitor' | 'city'>[] =>
  Object.entries(placesIn(file)).map(([pattern, path]) => ({
    ...{ role: pattern.startsWith('/office') ? 'city' : 'visitor', pattern, path },
  }))

const placesIn = (file: string): Record<string, string> =>
  inDatabase(file, (database) => ({
    '/network/join/sent': '/sv/network/join/sent',
    '/network/claims/sent': '/sv/network/claims/sent',
    ...waitingForAnswers(database),
    ...aliveLink(database),
    ...needLink(database),
  }))

/** Whoever has asked to join, or to look after an entry, or is invited to; and what the office sees of it. */
function waitingForAnswers(database: DatabaseSync): Record<string, string> {
  const [application, claim] = [newId(), newId()]
  const [join, claiming, invited] = [newToken(), newToken(), newToken()]
  const at = new Date().toISOString()
  const profile = {
    ...{ name: { sv: 'Odlarna' }, about: {}, for_whom: {}, kind: 'association', areas: [], languages: [] },
    ...{ website: null, contact_email: null, contact_is_shown: false },
  }
  database
    .prepare(`insert into organisation_application (id, token_hash, state, profile, search_text, person_name,
      email, language, conditions_at, how_democratic, asked_at, confirmed_at, waiting_since)
      values (?1, ?2, 'waiting', ?3, '|odlarna|', 'Noor', 'noor@example.org', 'sv', ?4, 'Årsmötet väljer.',
      ?4, ?4, ?4)`)
    .run(application, hashOf(join), JSON.stringify(profile), at)
  database
    .prepare(`insert into organisation_claim (id, token_hash, organisation_id, name, email, language, kind,
      state, asked_at, confirmed_at)
      select ?1, ?2, id, 'Noor', 'noor@example.org', 'sv', 'contact', 'waiting', ?3, ?3
      from organisation limit 1`)
    .run(claim, hashOf(claiming), at)
  database
    .prepare(`insert into organisation_invitation (id, token_hash, organisation_id, email, name, language,
      kind, invited_by, invited_at)
      select ?1, ?2, organisation.id, 'noor@example.org', 'Noor', 'sv', 'contact', person.id, ?3
      from organisation, person limit 1`)
    .run(newId(), hashOf(invited), at)
  return {
    '/network/join/mine/:token': `/sv/network/join/mine/${join}`,
    '/network/claims/:token': `/sv/network/claims/${claiming}`,
    '/network/invited/:token': `/sv/network/invited/${invited}`,
    '/office/network/applications/:id': `/sv/office/network/applications/${application}`,
    '/office/network/claims/:id': `/sv/office/network/claims/${claim}`,
  }
}

/** As an organisation is mailed one, once a year, to say whether a partnership lives. */
function aliveLink(database: DatabaseSync): Record<string, string> {
  const [asking, token, at] = [newId(), newToken(), new Date().toISOString()]
  const member = `from partnership_organisation join partnership on partnership.id = partnership_id
    where state <> 'ended' order by partnership_id, organisation_id limit 1`
  database
    .prepare(
      `insert into partnership_asking (id, partnership_id, asked_at) select ?, partnership_id, ? ${member}`,
    )
    .run(asking, at)
  database
    .prepare(`insert into partnership_link (token_hash, asking_id, organisation_id, created_at)
      select ?, ?, organisation_id, ? ${member}`)
    .run(hashOf(token), asking, at)
  return { '/network/alive/:token': `/sv/network/alive/${token}` }
}

/** As mails to an organisation have one, here where something is suggested that waits for its answer. */
function needLink(database: DatabaseSync): Record<string, string> {
  const token = newToken()
  const match = database
    .prepare(`select need_match.id, need_id, organisation_id from need_match
      join need_offer on need_offer.id = need_id where introduced_at is null order by need_match.id limit 1`)
    .get()
  database
    .prepare('insert into need_offer_link (token_hash, organisation_id, created_at) values (?, ?, ?)')
    .run(hashOf(token), String(match?.['organisation_id']), new Date().toISOString())
  const base = `/sv/network/needs/by-link/${token}`
  return {
    '/network/needs/by-link/:token': base,
    '/network/needs/by-link/:token/new': `${base}/new`,
    '/network/needs/by-link/:token/entries/:id': `${base}/entries/${String(match?.['need_id'])}`,
    '/network/needs/by-link/:token/suggestions/:id': `${base}/suggestions/${String(match?.['id'])}`,
  }
}
