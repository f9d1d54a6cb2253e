/** Words of the site's own addresses, which no event may take over. */
const reserved = new Set(['new'])

/**
 * The last parts of an address to try in turn for an event: its title, the title with its date, then counted.
 * A title without letters that an address can hold gives way to the series' key.
 */
export function* slugsToTry(slug: string, otherwise: string, date: string): Generator<string> {
  const first = slug || otherwise
  if (!reserved.has(first)) yield first
  yield `${first}-${date}`
  for (let number = 2; ; number += 1) yield `${first}-${date}-${number}`
}
