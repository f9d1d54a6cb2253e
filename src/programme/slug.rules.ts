const slugMax = 60

// Letters that Unicode does not take apart into a letter and a mark.
const foldings: Record<string, string> = { æ: 'ae', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }

/** A title as part of an address: 'Vad händer på Möllan?' becomes 'vad-hander-pa-mollan'. Empty without such letters. */
export function slugOf(title: string): string {
  const folded = title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[æøßłđðþ]/g, (letter) => foldings[letter] ?? '')
  const slug = folded.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  if (slug.length <= slugMax) return slug
  // The whole words that fit; one very long word is cut.
  const cut = slug.slice(0, slugMax + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, slugMax)
}

/** Words of the site itself, which no event may take over. */
const reserved = new Set(['new'])

/** Addresses to try in turn: the title, then with its date, then counted. */
export function* slugsToTry(title: string, otherwise: string, date: string): Generator<string> {
  const slug = slugOf(title) || otherwise
  if (!reserved.has(slug)) yield slug
  yield `${slug}-${date}`
  for (let number = 2; ; number += 1) yield `${slug}-${date}-${number}`
}
