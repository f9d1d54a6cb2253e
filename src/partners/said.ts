import { inLanguage, type Texts } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import { shownAs } from './gift.rules.ts'
import type { Gift } from './gifts.sql.ts'
import type { Unit } from './pledge.rules.ts'

/** "120 000 kr", "40 timmar", "6 tillfällen". */
export const amountSaid = (t: Words, value: number, unit: Unit): string =>
  t(`partners.amount.${unit}`, { value })

/** Whose gift it is, as far as they want it known. */
export function partnerSaid(t: Words, gift: Gift): string {
  if (!shownAs(gift.publish).withName) return t('partners.given.unnamed')
  if (gift.organisation_name) return inLanguage(gift.organisation_name, t.language)
  return (gift.giver_kind === 'person' ? gift.giver_name : gift.partner_name) ?? t('partners.given.unnamed')
}

/** Money, hours and things, one after another. */
export const giftSaid = (
  t: Words,
  { sek, hours, in_kind }: { sek: number | null; hours: number | null; in_kind: Texts },
): string =>
  [
    sek ? amountSaid(t, sek, 'sek') : '',
    hours ? amountSaid(t, hours, 'hours') : '',
    inLanguage(in_kind, t.language),
  ]
    .filter(Boolean)
    .join(' · ')
