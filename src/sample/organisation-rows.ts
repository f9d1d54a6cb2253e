import { sortKeys } from '#network/index.ts'
import type { NetworkTables } from '#network/tables.ts'
import { json } from '#platform/db.ts'
import type { Texts } from '#platform/language.ts'
import { searchText, slugOf } from '#platform/search.ts'
import { addPartnerships } from './partnership-rows.ts'
import type { Year } from './year.ts'

export interface SampleOrganisation {
  name: string
  kind: NetworkTables['organisation']['kind']
  sector: NetworkTables['organisation']['sector']
  place: string | null
  about: Texts
  partnerships: string[]
  /** A public body that there is; what is said of it in the sample year is invented all the same. */
  exists?: true
  /** One that nobody has written the address of. */
  noContact?: true
}

const example: Texts = {
  sv: 'Uppgifterna är påhittade för exempelåret, och adressen går ingenstans.',
  en: 'What it says here is invented for the sample year, and the address leads nowhere.',
  es: 'La entrada es inventada para el año de ejemplo, y la dirección no lleva a ninguna parte.',
}

const invented: Texts = {
  sv: 'Organisationen är påhittad för exempelåret.',
  en: 'The organization is invented for the sample year.',
  es: 'La entidad es inventada para el año de ejemplo.',
}

/** What is said about it, and in every language that it is invented. */
const withNote = (about: Texts, note: Texts): Texts =>
  Object.fromEntries(
    Object.entries(about).map(([language, text]) => [
      language,
      `${text}\n\n*${note[language as keyof Texts] ?? ''}*`,
    ]),
  )

/** Adds the invented organisations to the directory, and the partnerships between them. */
export function addOrganisations(year: Year): void {
  const { content, found, rows } = year
  const organisations = content.organisations.map((one, index) => {
    const at = year.moment(-330 + index * 9, '11:20')
    const id = year.id(at)
    found.organisations.set(one.name, id)
    found.directory.set(id, { name: { sv: one.name }, kind: one.kind })
    rows.organisation.push({
      id,
      slug: slugOf(one.name),
      sector: one.sector,
      kind: one.kind,
      name: json({ sv: one.name }),
      about: json(withNote(one.about, one.exists ? example : invented)),
      website: `https://${slugOf(one.name)}.example.org/`,
      place: one.place,
      contact_email: one.noContact ? null : `info@${slugOf(one.name)}.example.org`,
      party_id: null,
      created_at: at,
      changed_at: at,
      search_text: `|${searchText(one.name)}|`,
      ...sortKeys({ sv: one.name }),
    })
    return { id, partnerships: one.partnerships }
  })
  addPartnerships(year, organisations)
}
