import { type Language, languages, type Texts } from '#platform/language.ts'
import type { OrganisationKind, Sector } from '../directory.rules.ts'

export { cityAreas as areas } from '../partnerships/areas.rules.ts'
export type { CityArea as Area } from '../partnerships/areas.rules.ts'

/** Languages in which people are met, by their codes: the most spoken in the city first, then by code. */
export const spokenLanguages = [
  ...['sv', 'en', 'ar', 'bs', 'es', 'so', 'fa', 'pl', 'da', 'ku', 'ps', 'ro', 'sq', 'tr', 'uk', 'ur', 'vi'],
  ...['am', 'de', 'fi', 'fr', 'hu', 'ru', 'sgn', 'th', 'ti', 'yi', 'zh'],
] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** Which kinds there are in a sector; an organisation of another kind is in the wrong one. */
export const kindsIn: Readonly<Record<Sector, readonly OrganisationKind[]>> = {
  'civil-society': [
    ...(['association', 'network', 'foundation', 'faith-community', 'study-association'] as const),
    'umbrella',
  ],
  city: ['public-body', 'department', 'committee', 'company', 'network'],
  academia: ['university', 'foundation', 'network', 'public-body'],
  business: ['company', 'foundation', 'network', 'umbrella', 'association'],
  region: ['public-body', 'department', 'committee', 'company', 'network'],
}

export const fitsSector = (sector: Sector, kind: OrganisationKind): boolean => kindsIn[sector].includes(kind)

/** A company of the city's is said to be one; so is the region. */
export function kindSaid(sector: Sector, kind: OrganisationKind): string {
  if (kind === 'company' && sector === 'city') return 'company-of-the-city'
  if (kind === 'public-body' && sector === 'region') return 'region'
  return kind
}

interface Written {
  about: Texts
  name: Texts
}

/** What an organisation is written to in: what it says of itself in, or else its name; Swedish before others. */
export function languageOf({ about, name }: Written): Language {
  const written = Object.keys(about).length > 0 ? about : name
  return languages.find((one) => written[one] !== undefined) ?? 'sv'
}

interface Profile {
  ended_on: string | null
}

/** Whether an organisation is dissolved on a day: the day that was given is its last. */
export const isEnded = ({ ended_on }: Profile, today: string): boolean =>
  ended_on !== null && ended_on < today
