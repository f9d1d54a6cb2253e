import { found } from '#platform/errors.ts'
import { localDate, plus } from '#platform/time.ts'
import type { Capacity, ProgrammeTables } from '#programme/tables.ts'
import type { Held } from './event-rows.ts'
import type { Someone } from './people-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

/** Whom an event is for, when it is not for everybody. */
export interface SampleForWhom {
  kind: ProgrammeTables['event_audience']['kind']
  capacities?: Capacity[]
  people?: number
}

/** How many of those invited did not sign up: they said nothing or no, or have not been mailed. */
export type SampleInvited = Record<'silent' | 'declined' | 'unsent' | 'organisations', number>

/** Whom an event is for, who was invited to it, and what they answered. It comes after those who signed up. */
export function addInvitations(year: Year, held: Held, people: readonly Someone[]): void {
  const { sample, row } = held
  if (!sample.forWhom) return
  const { kind, capacities = [], people: people_max = 1 } = sample.forWhom
  const audience = { event_id: row.id, kind, capacities: capacities.join(','), unlisted: 0, people_max }
  year.rows.event_audience.push(audience)
  if (!sample.invited) return

  const signUps = year.rows.sign_up.filter((one) => one.event_id === row.id)
  for (const one of signUps) invite(year, held, { ...one, answer: 'signed-up' })
  const there = new Set(signUps.map(({ email }) => email))
  const others = year.chance.shuffled(people.filter(({ email }) => !there.has(email)))
  const { silent, declined, unsent, organisations } = sample.invited
  const answers = [
    ...Array.from({ length: silent }, () => 'silent' as const),
    ...Array.from({ length: declined }, () => 'declined' as const),
    ...Array.from({ length: unsent }, () => 'unsent' as const),
  ]
  for (const [index, answer] of answers.entries()) {
    const { organisationId, organisationName, ...one } = found(others[index], 'somebody to invite')
    const belongsTo = { organisation_id: organisationId, organisation_name: organisationName }
    invite(year, held, { ...one, ...belongsTo, answer })
  }
  for (const { name } of year.content.organisations.slice(0, organisations))
    inviteOrganisation(year, held, name)
}

type Invited = Pick<Row<'invitation'>, 'name' | 'email' | 'language' | 'capacity'> &
  Pick<Row<'invitation'>, 'organisation_id' | 'organisation_name'> & {
    answer: 'signed-up' | 'silent' | 'declined' | 'unsent'
  }

function invite(year: Year, held: Held, { answer, ...one }: Invited): void {
  const { name = null, email = null, language, capacity = null } = one
  const { organisation_id = null, organisation_name = null } = one
  const invitation = blank(year, held)
  const declined_at = answer === 'declined' ? plus(sentAt(held), { hours: 5 }) : null
  year.rows.invitation.push({
    ...{ ...invitation, kind: 'person', people_max: null, declined_at },
    ...{ name, email, language, capacity, organisation_id, organisation_name },
  })
  addGuest(year, held, { id: invitation.id, email, isSent: answer !== 'unsent' })
}

function inviteOrganisation(year: Year, held: Held, name: string): void {
  const organisation_id = found(year.found.organisations.get(name), 'organisation')
  const invitation = blank(year, held)
  const email = `info.${organisation_id.slice(-6)}@example.org`
  year.rows.invitation.push({
    ...{ ...invitation, kind: 'organisation', people_max: 3, declined_at: null, name: null, email },
    ...{ language: 'sv', capacity: 'civil-society', organisation_id, organisation_name: null },
  })
  addGuest(year, held, { id: invitation.id, email, isSent: true })
}

// Put on the list as soon as the event was announced, and mailed within the hour.
const sentAt = ({ row }: Held): string => plus(row.published_at ?? row.created_at, { minutes: 20 })

const blank = (year: Year, held: Held) => ({
  ...{ id: year.id(held.row.created_at), event_id: held.row.id, invited_by: held.by },
  ...{ created_at: held.row.created_at, token_hash: null, taken_back_at: null, forgotten_at: null },
})

interface Guest {
  id: string
  email: string | null | undefined
  isSent: boolean
}

function addGuest(year: Year, held: Held, { id, email, isSent }: Guest): void {
  const event_id = held.row.id
  year.rows.invitation_guest.push({ event_id, email: found(email, 'address'), invitation_id: id })
  if (!isSent) return
  const sent_on = localDate(sentAt(held))
  const mail_key = `invitation ${id} ${sent_on}`
  year.rows.invitation_mail.push({ invitation_id: id, sent_on, kind: 'invitation', mail_key })
}
