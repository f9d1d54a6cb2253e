import { sql } from 'kysely'
import type { DbOf } from '#platform/handle.ts'
import { newId } from '#platform/ids.ts'
import type { AllTables } from '../src/tables.ts'

type Db = DbOf<AllTables>

/** What can hang on an organisation, each as a row of its own that a merge moves and never loses. */
export const ownKinds = [
  'sign-up',
  'recommendation',
  'pledge',
  'need',
  'claim',
  'application',
  'post',
  'ended-post',
  'invited',
  'invited-before',
  'signatory',
  'left-signatory',
] as const
export type OwnKind = (typeof ownKinds)[number]

/** What stands between an organisation and something else, once only. */
export const sharedKinds = ['partnership', 'arranger', 'member'] as const
export type SharedKind = (typeof sharedKinds)[number]

export interface Place {
  db: Db
  at: string
  event: string
  /** Two people and two addresses, so that doubles have some in common. */
  people: readonly string[]
  partnerships: readonly string[]
}

const tableOf: Record<OwnKind, keyof AllTables> = {
  'sign-up': 'sign_up',
  recommendation: 'recommendation',
  pledge: 'pledge',
  need: 'need_offer',
  claim: 'organisation_claim',
  application: 'organisation_application',
  post: 'organisation_post',
  'ended-post': 'organisation_post',
  invited: 'organisation_invitation',
  'invited-before': 'organisation_invitation',
  signatory: 'signatory',
  'left-signatory': 'signatory',
}

/** Whose it is now; undefined when the row is gone. */
export async function ownerOf({ db }: Place, kind: OwnKind, id: string): Promise<string | null | undefined> {
  const column = kind === 'recommendation' ? 'receiver_organisation_id' : 'organisation_id'
  const { rows } = await sql<{ owner: string | null }>`
    select ${sql.ref(column)} as owner from ${sql.table(tableOf[kind])} where id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : rows[0].owner
}

let numbers = 1000

/** A row of that kind; null where the database holds one already and takes no other. */
export async function addOwn(
  place: Place,
  kind: OwnKind,
  owner: string,
  which: number,
): Promise<string | null> {
  const { db } = place
  const id = newId()
  const row = rowOf(place, kind, { id, owner, which, number: (numbers += 1) })
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  const values = sql.join(Object.values(row))
  const { numAffectedRows } = await sql`
    insert into ${sql.table(tableOf[kind])} (${columns}) values (${values}) on conflict do nothing`.execute(
    db,
  )
  return Number(numAffectedRows) === 1 ? id : null
}

interface Asked {
  id: string
  owner: string
  which: number
  number: number
}

function rowOf({ at, event, people }: Place, kind: OwnKind, { id, owner, which, number }: Asked) {
  const person = people[which % people.length] ?? ''
  const own = { id, organisation_id: owner }
  const email = `someone-${which % 2}@example.org`
  if (isActing(kind)) return actingRowOf({ at, person, email }, kind, own, which)
  switch (kind) {
    case 'sign-up':
      return {
        ...{ ...own, event_id: event, email: `${id}@example.org`, name: 'Någon', language: 'sv' },
        ...{ search_text: 'nagon', capacity: 'resident', state: 'seat', queued_at: at, confirmed_at: at },
      }
    case 'recommendation':
      return {
        ...{ id, receiver_organisation_id: owner, event_id: event, number, text: '{"sv":"Öppna"}' },
        ...{ written_by: person, created_at: at },
        ...(which % 2 === 0 && { handed_over_on: '2026-11-01', answer_due_on: '2026-12-20' }),
      }
    case 'pledge':
      return {
        ...{ ...own, number, kind: 'premises', giver: 'organisation', giver_name: 'Den', email, what: 'Sal' },
        ...{ language: 'sv', publish: 'named', sent_at: at, changed_at: at, contact_name: 'Sam' },
      }
    case 'need':
      return {
        ...{ ...own, side: which % 2 ? 'need' : 'offer', kind: 'premises', words: '{"sv":"Sal"}' },
        ...{ about: '{}', from_day: '2026-12-01', until_day: '2027-01-01', search_text: 'sal' },
        ...{ written_at: at, changed_at: at, ask_for: 'Sam' },
      }
    case 'claim':
      return {
        ...{ ...own, token_hash: id, name: 'Sam', email, language: 'sv', kind: 'contact' },
        ...{ state: 'waiting', asked_at: at, confirmed_at: at },
      }
    case 'application':
      return {
        ...{ ...own, token_hash: id, state: 'verified', profile: '{}', search_text: '|x|', language: 'sv' },
        ...{ person_name: 'Sam', email, conditions_at: at, how_democratic: 'Årsmöte', asked_at: at },
        ...{ confirmed_at: at, waiting_since: at, decided_at: at, decided_by: person },
      }
  }
}

const acting = ['post', 'ended-post', 'invited', 'invited-before', 'signatory', 'left-signatory'] as const
type Acting = (typeof acting)[number]

const isActing = (kind: OwnKind): kind is Acting => acting.some((one) => one === kind)

function actingRowOf(
  { at, person, email }: Record<'at' | 'person' | 'email', string>,
  kind: Acting,
  own: { id: string; organisation_id: string },
  which: number,
) {
  const post = { ...own, person_id: person, kind: 'board', from_day: '2026-01-01', given_at: at }
  const invited = {
    ...{ ...own, token_hash: own.id, email, name: 'Sam', language: 'sv', kind: 'board' },
    ...{ invited_by: person, invited_at: at },
  }
  const signed = {
    ...{ ...own, organisation_name: `Namn ${own.id}`, category: 'culture', language: 'sv' },
    ...{ asked_at: at, conditions_at: at, confirmed_at: at, decided_at: at, decided_by: person },
    joined_on: `2026-0${1 + (which % 9)}-01`,
  }
  switch (kind) {
    case 'post':
      return post
    case 'ended-post':
      return { ...post, ended_at: at }
    case 'invited':
      return invited
    case 'invited-before':
      return { ...invited, answered_at: at, answer: 'no' }
    case 'signatory':
      return { ...signed, state: 'joined' }
    case 'left-signatory':
      return { ...signed, state: 'left', left_on: '2026-10-01' }
  }
}

/** One organisation in a partnership, as an arranger, or as a member of the other; what is there already is not added. */
export async function addShared(
  place: Place,
  kind: SharedKind,
  [one, other]: [string, string],
  which: number,
) {
  const { db, at, event, partnerships } = place
  const partnership_id = partnerships[which % partnerships.length] ?? ''
  if (kind === 'partnership')
    await db
      .insertInto('partnership_organisation')
      .values({ partnership_id, organisation_id: one })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  else if (kind === 'arranger') {
    const arranger = { id: newId(), event_id: event, organisation_id: one, name: null, side: null }
    const position = (numbers += 1)
    await db
      .insertInto('event_arranger')
      .values({ ...arranger, position })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else if (one !== other)
    await db
      .insertInto('organisation_member')
      .values({ umbrella_id: one, member_id: other, added_at: at, added_by: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
