import { parse } from 'node-html-parser'
import { type Address, patternOf } from '../addresses.ts'

/** One page to look at, in Swedish. */
export interface Sight<Role extends string = string> {
  role: Role
  pattern: string
  path: string
}

interface Seen extends Sight {
  length: number
  /** The kinds of elements on it, as `p.lead`. */
  kinds: Set<string>
}

interface Walk {
  url: string
  addresses: readonly Address[]
  role: string
  cookie: string
  /** Where to begin, beside the front page. */
  from: readonly string[]
}

// So many of each kind are read: events of every state and lists of every length are among them.
const ofAKindMax = 16

/** Follows every link as one role. Throws when one leads nowhere, or to a page that is not whole. */
export async function crawl({ url, addresses, role, cookie, from }: Walk): Promise<Seen[]> {
  const queue = ['/sv', ...from]
  const asked = new Set(queue)
  const counts = new Map<string, number>()
  const seen: Seen[] = []
  for (let path = queue.shift(); path; path = queue.shift()) {
    const pattern = patternOf(addresses, new URL(path, url).pathname)
    if (!pattern) throw new Error(`${path} leads nowhere`)
    const count = (counts.get(pattern) ?? 0) + 1
    counts.set(pattern, count)
    if (count > ofAKindMax) continue
    const answer = await fetch(`${url}${path}`, { headers: { cookie } })
    const html = await answer.text()
    if (answer.status !== 200)
      throw new Error(`${role}: ${path}, to which a link leads, answers ${answer.status}`)
    if (!answer.headers.get('content-type')?.includes('text/html')) continue
    const page = parse(html)
    if (page.querySelectorAll('h1').length !== 1) throw new Error(`${path} has no first heading, or several`)
    if (page.querySelector('html')?.getAttribute('lang') !== 'sv') throw new Error(`${path} says no language`)
    const kinds = page.querySelectorAll('*').map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''}`)
    seen.push({ role, pattern, path, length: html.length, kinds: new Set(kinds) })
    const fresh = linksIn(page, url).filter((link) => !asked.has(link))
    for (const link of fresh) asked.add(link)
    queue.push(...fresh)
  }
  return seen
}

/** Where the page leads on this site, in Swedish. */
function linksIn(page: ReturnType<typeof parse>, url: string): string[] {
  return page
    .querySelectorAll('a[href], link[rel="alternate"]')
    .map((link) => new URL((link.getAttribute('href') ?? '').replaceAll('&amp;', '&'), `${url}/sv`))
    .filter(({ origin, pathname }) => origin === url && /^\/sv(\/|$)/.test(pathname))
    .map(({ pathname, search }) => `${pathname}${search}`)
}

/** The longest page of each kind, and every other page that shows an element such as none of those has. */
export function worthALook(seen: readonly Seen[], known: Set<string>): Seen[] {
  const longestFirst = seen.toSorted((one, other) => other.length - one.length)
  const first = [...new Map(longestFirst.toReversed().map((page) => [page.pattern, page])).values()]
  for (const { kinds } of first) for (const kind of kinds) known.add(kind)
  const more = longestFirst.filter(({ kinds }) => {
    const isNew = [...kinds].some((kind) => !known.has(kind))
    for (const kind of kinds) known.add(kind)
    return isNew
  })
  return [...first, ...more]
}
