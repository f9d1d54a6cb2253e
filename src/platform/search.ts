// Letters that are not a plain letter with a mark on top, as people without them on the keyboard type them.
const plainLetters: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Text as it is searched by: lower case, without accents, single spaces. "Café  Åkerö" becomes "cafe akero". */
export const searchText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[øæœßłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * The pattern that finds a search text holding these words, for `search_text like … escape '\'`. Signs that mean
 * something to `like` are looked for as themselves.
 */
export const containing = (text: string): string =>
  `%${searchText(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

const slugMax = 80

/** A title as part of an address: "Möte på Möllan!" becomes "mote-pa-mollan". Empty when no letter can be kept. */
export const slugOf = (title: string): string =>
  searchText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, slugMax)
    .replaceAll(/^-+|-+$/g, '')

/** The slug itself, or with the first number that is free: "mote", "mote-2", "mote-3". */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
