import { sql } from 'kysely'
import type { Language } from '#platform/language.ts'
import { containing, searchText } from '#platform/search.ts'
import { type PageOf, type Sector, sectors } from '../directory.rules.ts'
import type { Reads } from '../tables.ts'

// A screen or two; and a page stays quick however long the directory grows.
const pageLength = 100

// More than these nobody types; the rest of a whole letter is not looked for.
const wordsMax = 8

/** What was typed, word by word and without the signs around them: each has to be there, in whatever order. */
function wordsToFind(words: string): string[] {
  const all = searchText(words.replaceAll('|', ' ')).split(/[\s"'«»“”‘’(),;:]+/u)
  const said = all.filter((word) => /[\p{L}\p{N}]/u.test(word))
  return (said.length > 0 ? said : all.filter(Boolean)).slice(0, wordsMax)
}

/** The organisations that are found by these words; all of them without. */
export const organisationsFound = (db: Reads, words: string) => {
  let query = db.selectFrom('organisation').where('merged_into', 'is', null)
  for (const word of wordsToFind(words))
    query = query.where(sql<boolean>`search_text like ${containing(word)} escape '\\'`)
  return query
}

/** Places of a sector's rows in the whole list: from which, and how many of them, stand on a page. */
function slicesOf(counts: ReadonlyMap<Sector, number>, from: number) {
  const slices: { sector: Sector; skip: number; max: number }[] = []
  let [passed, left] = [0, pageLength]
  for (const sector of sectors) {
    const count = counts.get(sector) ?? 0
    const skip = Math.max(0, from - passed)
    const max = Math.min(left, count - skip)
    if (max > 0) slices.push({ sector, skip, max })
    left -= Math.max(0, max)
    passed += count
  }
  return slices
}

/** One page of the directory, by sector and by name as the reader's language sorts it; the first when none is asked for. */
export async function organisationsListed(
  db: Reads,
  words: string,
  language: Language,
  asked: string | undefined,
) {
  const counted = await organisationsFound(db, words)
    .select(['sector', (eb) => eb.fn.countAll<number | bigint>().as('count')])
    .groupBy('sector')
    .execute()
  const counts = new Map(counted.map(({ sector, count }) => [sector, Number(count)]))
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0)
  const pages = Math.max(1, Math.ceil(count / pageLength))
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  const page = number >= 1 && number <= pages ? number : 1
  const rows = []
  for (const { sector, skip, max } of slicesOf(counts, (page - 1) * pageLength)) {
    const some = await organisationsFound(db, words)
      .select(['id', 'slug', 'sector', 'kind', 'name', 'ended_on'])
      .where('sector', '=', sector)
      .orderBy(`sort_${language}`)
      .orderBy('id')
      .limit(max)
      .offset(skip)
      .execute()
    rows.push(...some)
  }
  return { rows, page, pages, count } satisfies PageOf<unknown>
}
