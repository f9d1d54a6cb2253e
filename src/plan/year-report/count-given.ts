import { type Gift, giftsOf, shownAs, sumsOf } from '#partners/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Reads } from '../tables.ts'
import type { Figure } from './content.ts'
import { type Counted, type Counting, whole } from './counted.ts'
import { asTyped, inAll } from './names.ts'

/** Who gave, as the office knows them. */
export const partnerOf = ({ organisation_name, giver_kind, giver_name, partner_name }: Gift): Texts =>
  organisation_name ?? asTyped((giver_kind === 'person' ? giver_name : null) ?? partner_name ?? '')

const unnamed = (): Texts => inAll('year-report.gifts.unnamed')
const shownName = (gift: Gift): Texts => (shownAs(gift.publish).withName ? partnerOf(gift) : unnamed())

const keyOf = ({ organisation_id, partner_name }: Gift): string => organisation_id ?? partner_name ?? ''

/** Money, hours and things that partners gave, as sums and one by one. */
export async function countGiven(db: Reads, { year }: Counting): Promise<Counted> {
  const gifts = await giftsOf(db, year)
  const sums = sumsOf(gifts.map((gift) => ({ ...gift, partner: keyOf(gift) })))
  return {
    figures: [
      whole('partners', sums.partners),
      whole('sek', sums.sek, 'sek'),
      whole('hours', sums.hours, 'hours'),
      ...[...Map.groupBy(gifts.filter(isNamed), keyOf)].flatMap(([item, own]) => ofPartner(item, own)),
    ],
    lines: gifts.filter(isListed).map((gift) => ({
      title: shownName(gift),
      path: gift.slug && isNamed(gift) ? `/network/organisations/${gift.slug}` : null,
      state: null,
      facts: [
        ...(gift.sek ? [{ what: 'sek', number: gift.sek }] : []),
        ...(gift.hours ? [{ what: 'hours', number: gift.hours }] : []),
        ...(Object.keys(gift.in_kind).length > 0 ? [{ what: 'in-kind', text: gift.in_kind }] : []),
        { what: 'given-to', text: gift.given_to },
      ],
    })),
  }
}

const isNamed = ({ publish }: Gift): boolean => shownAs(publish).withName
const isListed = ({ publish }: Gift): boolean => shownAs(publish).inList

function ofPartner(item: string, own: readonly Gift[]): Omit<Figure, 'section'>[] {
  const { sek, hours } = sumsOf(own.map((gift) => ({ ...gift, partner: item })))
  const name = own[0] ? partnerOf(own[0]) : {}
  return [
    ...(sek > 0 ? [{ measure: 'sek', item, name, value: sek, unit: 'sek' as const }] : []),
    ...(hours > 0 ? [{ measure: 'hours', item, name, value: hours, unit: 'hours' as const }] : []),
  ]
}
