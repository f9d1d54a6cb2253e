import { toCsv } from '#platform/csv.ts'
import { inLanguage } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import { shownAs } from './gift.rules.ts'
import type { Gift } from './gifts.sql.ts'
import { partnerSaid } from './said.ts'

/** What everybody may read of the gifts, one a line. */
export const giftsAsCsv = (gifts: readonly Gift[], t: Words): string =>
  toCsv(
    ['year', 'given_on', 'partner', 'sek', 'hours', 'in_kind', 'given_to'],
    gifts
      .filter(({ publish }) => shownAs(publish).inList)
      .map((gift) => [
        ...[gift.year, gift.given_on, partnerSaid(t, gift), gift.sek, gift.hours],
        ...[inLanguage(gift.in_kind, t.language), inLanguage(gift.given_to, t.language)],
      ]),
  )
