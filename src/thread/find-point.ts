import type { Reads } from './tables.ts'
import type { ThreadKind } from './thread.rules.ts'

export interface Point {
  kind: ThreadKind
  id: string
}

/** What an address names: an event or a partnership by its slug, a theme, a focus area or what an organisation needs by its id, anything else by its number. */
export async function findPoint(db: Reads, kind: ThreadKind, key: string): Promise<Point | undefined> {
  const id = kind === 'sdg' ? sdgNumber(key) : await idOf(db, kind, key)
  return id === undefined ? undefined : { kind, id }
}

const sdgNumber = (key: string): string | undefined => (/^([1-9]|1[0-7])$/.test(key) ? key : undefined)

async function idOf(db: Reads, kind: Exclude<ThreadKind, 'sdg'>, key: string): Promise<string | undefined> {
  if (kind === 'theme' || kind === 'focus-area' || kind === 'network-need') return key
  if (kind === 'event' || kind === 'partnership') {
    const event = db.selectFrom(kind).select('id').where('slug', '=', key)
    return (await event.executeTakeFirst())?.id
  }
  const number = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
  const table = kind === 'need' ? 'lunch_need' : kind
  const row = await db.selectFrom(table).select('id').where('number', '=', number).executeTakeFirst()
  return row?.id
}
