import { findPoint } from './find-point.ts'
import { linksFrom } from './links.sql.ts'
import { readStrands } from './strands.ts'
import type { Reads } from './tables.ts'
import {
  type Key,
  keyOf,
  type Link,
  reached,
  type RedThread,
  strung,
  type ThreadKind,
} from './thread.rules.ts'

/**
 * The red thread through one point of it, everything before it and everything after. Undefined when there is no such
 * thing, or when it is not public; what is not public is left out of the threads of others, with what hangs on it alone.
 */
export async function threadOf(db: Reads, kind: ThreadKind, key: string): Promise<RedThread | undefined> {
  const point = await findPoint(db, kind, key)
  return point && threadThrough(db, point.kind, point.id)
}

export async function threadThrough(db: Reads, kind: ThreadKind, id: string): Promise<RedThread | undefined> {
  const start = keyOf(kind, id)
  const all = [...(await linksFrom(db, { kind, id }, 'to')), ...(await linksFrom(db, { kind, id }, 'from'))]
  const candidates = new Set<Key>([start, ...all.flatMap(({ from, to }) => [from, to])])
  const shown = await readStrands(db, candidates, { start, isLeaf: leafOf(all) })
  if (!shown.has(start)) return undefined
  const open = all.filter(({ from, to }) => shown.has(from) && shown.has(to))
  if (shown.size === candidates.size) return strung(start, [...shown.values()], open)
  // What something hidden led to, or what led to it alone, is no part of this thread; the rest is read as it is then.
  const { points, links } = reached(start, open)
  const strands = await readStrands(db, points, { start, isLeaf: leafOf(links) })
  return strung(start, [...strands.values()], links)
}

function leafOf(links: readonly Link[]): (key: Key) => boolean {
  const sources = new Set(links.map(({ from }) => from))
  return (key) => !sources.has(key)
}
