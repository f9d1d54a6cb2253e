import { sql } from 'kysely'
import { containing } from '#platform/search.ts'
import { kindsCalled } from '../needs-offers/kinds-called.ts'
import type { Reads } from '../tables.ts'
import type { Question } from './who-to-ask.rules.ts'
import { wordsOf } from './words-of.ts'

// So many are looked at closely: more than anybody asks.
const candidatesMax = 60

/**
 * What organisations need or can give now that holds one of the words, or is about the theme. A place alone finds
 * nothing here: theirs are named as people say them, and not by the parts of the city.
 */
export async function entriesFitting(db: Reads, { words, theme, sector }: Question, today: string) {
  const looked = wordsOf(words)
  if (looked.length === 0 && theme === null) return []
  let query = db
    .selectFrom('need_offer')
    .innerJoin('organisation', 'organisation.id', 'need_offer.organisation_id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.sector'])
    .select(['need_offer.side', 'need_offer.words'])
    .where('need_offer.ended_at', 'is', null)
    .where('need_offer.until_day', '>=', today)
  if (theme) query = query.where('need_offer.theme_id', '=', theme)
  if (sector) query = query.where('organisation.sector', '=', sector)
  if (looked.length > 0)
    query = query.where((eb) =>
      eb.or([
        ...looked.map((word) => sql<boolean>`need_offer.search_text like ${containing(word)} escape '\\'`),
        // It is called a kind, and need not say so again in its own words.
        ...kindsCalled(looked).map((kind) => eb('need_offer.kind', '=', kind)),
      ]),
    )
  return query
    .orderBy('need_offer.written_at', 'desc')
    .orderBy('need_offer.id')
    .limit(candidatesMax)
    .execute()
}
