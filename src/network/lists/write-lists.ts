import type { CsvCell } from '#platform/csv.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import { numberInWords } from '../organisations/number.rules.ts'
import { kindSaid } from '../organisations/profile.rules.ts'
import { languageSaid } from '../organisations/spoken.ts'
import { columnsOf } from './columns.ts'
import type { contactsToWrite } from './files.sql.ts'
import type { OrganisationFields } from './judgement.rules.ts'

/** An organisation as a line of a file, in the order of the columns. */
export function organisationCells(t: Words, one: OrganisationFields & { slug: string }): CsvCell[] {
  return columnsOf.organisations.map((column): CsvCell => {
    const [field = '', language] = column.split('.')
    if (language) return one[field as 'name'][language as Language] ?? null
    switch (field) {
      case 'sector':
        return t(`network.sector.${one.sector}`)
      case 'kind':
        return t(`organisations.kind.${kindSaid(one.sector, one.kind)}`)
      case 'number':
        return one.number && numberInWords(one.number)
      case 'areas':
        return one.areas.map((area) => t(`organisations.area.${area}`)).join(', ')
      case 'languages':
        return one.languages.map((code) => languageSaid(code, t.language)).join(', ')
      case 'contact_is_shown':
        return t(`lists.say.${one.contact_is_shown === 1 ? 'yes' : 'no'}`)
      default:
        return one[field as 'place' | 'website' | 'contact_email' | 'slug']
    }
  })
}

type Contact = Awaited<ReturnType<typeof contactsToWrite>>[number]

/** Somebody who acts for an organisation, in the order of the columns. */
export const contactCells = (t: Words, one: Contact): CsvCell[] => [
  ...[inLanguage(one.organisation, t.language), one.number && numberInWords(one.number), one.name, one.email],
  ...[t(`organisations.post.${one.kind}`), one.title, one.until_day, languageSaid(one.language, t.language)],
]
