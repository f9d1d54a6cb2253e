import { addApplication, addClaim, addPost, namesToSearch } from '#network/index.ts'
import type { AppliedProfile, NetworkTables } from '#network/tables.ts'
import { addPerson, personWithEmail } from '#people/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Language, Texts } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import type { Staff } from './people-rows.ts'
import type { Writes } from './tables.ts'
import type { Year } from './year.ts'

type PostKind = NetworkTables['organisation_post']['kind']

/** Who acts for organisations, whom umbrellas gather, and who asks to join or to look after a page. */
export interface SampleActing {
  members: Record<string, string[]>
  posts: {
    organisation: string
    name: string
    language: Language
    kind: PostKind
    title?: string
    fromDays: number
    untilDays?: number
    endedDays?: number
    told?: true
  }[]
  applications: {
    name: Texts
    about: Texts
    kind: AppliedProfile['kind']
    areas: AppliedProfile['areas']
    person: string
    language: Language
    how: string
    daysAgo: number
    state: 'waiting' | 'to-complete'
    reason?: string
  }[]
  claims: {
    organisation: string
    name: string
    language: Language
    kind: PostKind
    why: string
    daysAgo: number
  }[]
}

const addressOf = (name: string): string => `${slugOf(name).replaceAll('-', '.')}@example.org`

export async function addActing(tx: Writes, year: Year, staff: Staff): Promise<void> {
  await addMembers(tx, year, staff)
  for (const one of year.content.acting.posts) await addOnePost(tx, year, staff, one)
  for (const one of year.content.acting.applications) await addOneApplication(tx, year, one)
  for (const { organisation, daysAgo, name, language, kind, why } of year.content.acting.claims) {
    const at = year.moment(-daysAgo, '16:20')
    await addClaim(tx, {
      ...{ id: year.id(at), token_hash: hashOf(newToken()), organisation_id: idOf(year, organisation) },
      ...{ name, email: addressOf(name), language, kind, why, state: 'waiting', checked_by: null },
      ...{ asked_at: at, confirmed_at: at, decided_at: null, decided_by: null, reason: null, wiped_at: null },
    })
  }
}

const idOf = ({ found: known }: Year, name: string): string => found(known.organisations.get(name), name)

async function addMembers(tx: Writes, year: Year, { coordinators }: Staff): Promise<void> {
  const rows = Object.entries(year.content.acting.members).flatMap(([umbrella, members]) =>
    members.map((member) => ({
      ...{ umbrella_id: idOf(year, umbrella), member_id: idOf(year, member) },
      ...{ added_at: year.moment(-200, '14:00'), added_by: coordinators[1] ?? null },
    })),
  )
  await tx.insertInto('organisation_member').values(rows).execute()
}

async function addOnePost(tx: Writes, year: Year, staff: Staff, one: SampleActing['posts'][number]) {
  const { name, language, kind, title = null, fromDays, untilDays, endedDays } = one
  const [at, email] = [year.moment(fromDays, '10:30'), addressOf(name)]
  await addPerson(tx, { id: year.id(at), email, name, language, created_at: at })
  const person = found(await personWithEmail(tx, email), name)
  await addPost(tx, {
    ...{ id: year.id(at), organisation_id: idOf(year, one.organisation), person_id: person.id, kind, title },
    ...{ from_day: year.date(fromDays), until_day: untilDays === undefined ? null : year.date(untilDays) },
    ...{ given_by: staff.coordinators[1] ?? null, given_at: at, ended_by: null },
    ended_at: endedDays === undefined ? null : year.moment(endedDays, '11:00'),
    told_at: one.told ? year.moment(-2, '09:55') : null,
  })
}

async function addOneApplication(tx: Writes, year: Year, one: SampleActing['applications'][number]) {
  const { name, about, kind, areas, person, language, how, daysAgo, state, reason = null } = one
  const at = year.moment(-daysAgo, '19:40')
  const profile: AppliedProfile = {
    ...{ name, about, for_whom: {}, kind, areas, languages: ['sv'], website: null, contact_email: null },
    contact_is_shown: false,
  }
  await addApplication(tx, {
    ...{ id: year.id(at), token_hash: hashOf(newToken()), state, profile: json(profile), number: null },
    ...{ search_text: namesToSearch(name), person_name: person, email: addressOf(person), language },
    ...{ conditions_at: at, how_democratic: how, asked_at: at, confirmed_at: at, waiting_since: at },
    ...{ decided_at: null, decided_by: null, reason, organisation_id: null, wiped_at: null },
  })
}
