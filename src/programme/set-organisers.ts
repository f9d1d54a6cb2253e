import { addPerson, personWithEmail } from '#people/index.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Organiser } from './event-filled.ts'
import type { ProgrammeEvent } from './events.sql.ts'
import { addOrganiser, organisersOf, removeOrganiser } from './office-events.sql.ts'
import { organiserMail } from './organisers.mail.ts'
import type { Writes } from './tables.ts'

interface Context {
  by: Member
  now: Instant
  url: (language: Language, path: string) => string
}

/** Makes these people, known or new, and nobody else the organisers of an event. New ones are told. */
export async function setOrganisers(
  tx: Writes,
  event: ProgrammeEvent,
  wanted: readonly Organiser[],
  context: Context,
) {
  const { by, now, url } = context
  const before = await organisersOf(tx, event.id)
  const emails = new Set(wanted.map(({ email }) => email))
  for (const { id, email } of before) {
    if (emails.has(email)) continue
    await removeOrganiser(tx, event.id, id)
    await record(tx, {
      what: 'organiser-removed',
      by: by.id,
      about: event.id,
      at: now,
      detail: { person: id },
    })
  }
  for (const email of emails) {
    if (before.some((one) => one.email === email)) continue
    const name = wanted.find((one) => one.email === email)?.name ?? ''
    const person = await personOf(tx, { name, email }, by.language, now)
    await addOrganiser(tx, event.id, person.id)
    await record(tx, {
      what: 'organiser-added',
      by: by.id,
      about: event.id,
      at: now,
      detail: { person: person.id },
    })
    if (person.id === by.id) continue
    await queueMail(tx, organiserMail(event, person, url(person.language, `/office/events/${event.id}`)), now)
  }
}

/** The person with an address; a new one is known by the name given, or else by the address. */
async function personOf(tx: Writes, { name, email }: Organiser, language: Language, now: Instant) {
  const known = await personWithEmail(tx, email)
  if (known) return known
  const person = { id: newId(), email, name: name || email, language, created_at: now }
  await addPerson(tx, person)
  await record(tx, { what: 'person-added', by: null, about: person.id, at: now })
  return person
}
