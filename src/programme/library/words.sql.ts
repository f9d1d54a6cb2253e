import { sql } from 'kysely'
import { searchText } from '#platform/search.ts'
import type { MeetingReads } from '../tables.ts'
import { languageMark, type Wanted, wordsIn } from './library.rules.ts'

/** A word that somebody looks for by its beginning, or a mark that is whole. */
export interface Token {
  word: string
  isWhole: boolean
}

export const tokensOf = ({ words, language }: Wanted): Token[] => [
  ...wordsIn(searchText(words)).map((word) => ({ word, isWhole: false })),
  ...(language ? [{ word: languageMark(language), isWhole: true }] : []),
]

// Fewer than these are looked up one by one; of what is found more often, a page is full soon in the order of time.
const fewMax = 500
const lastLetter = '\u{10FFFF}'

const withToken = (db: MeetingReads, { word, isWhole }: Token) => {
  const query = db.selectFrom('material_word').select('material_id')
  return isWhole
    ? query.where('word', '=', word)
    : query.where('word', '>=', word).where('word', '<', `${word}${lastLetter}`)
}

/** Whether the material of a query is found by this. */
export const hasWord = (word: string, isWhole: boolean) =>
  isWhole
    ? sql<boolean>`exists (select 1 from material_word
        where material_id = library_item.material_id and word = ${word})`
    : sql<boolean>`exists (select 1 from material_word
        where material_id = library_item.material_id and word >= ${word} and word < ${`${word}${lastLetter}`})`

/** The materials that the rarest of these is found in; null when each is found in many, or there are none. */
export async function fewestFound(db: MeetingReads, tokens: readonly Token[]): Promise<string[] | null> {
  let fewest: string[] | null = null
  for (const token of tokens) {
    const rows = await withToken(db, token)
      .limit(fewMax + 1)
      .execute()
    const ids = [...new Set(rows.map((row) => row.material_id))]
    if (rows.length <= fewMax && (fewest === null || ids.length < fewest.length)) fewest = ids
  }
  return fewest
}
