import type { ForumTables } from '#forum/tables.ts'
import { json } from '#platform/db.ts'
import { keepFile } from '#platform/files.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row, Writes } from './tables.ts'

interface At {
  uploads: string
}

/** The links of both forums' tables; of the one that is over, how its cards came to read as they do, and a photo. */
export async function finishTableNotes(tx: Writes, events: readonly Held[], { uploads }: At): Promise<void> {
  const heldAs = (key: string) => events.find((one) => one.sample.key === key)
  const [over, coming] = [heldAs('after-school'), heldAs('open-doors')]
  if (coming) await addLinks(tx, coming, newToken)
  if (!over) return
  // Nobody can know these any more: only their hashes are kept.
  const links = await addLinks(tx, over, () => null)
  if (links.length === 0) return
  const cards = await tx
    .selectFrom('note_card')
    .selectAll()
    .where('event_id', '=', over.row.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const apart = cards.find(({ kind, language }) => kind === 'proposal' && language === 'sv')
  const history = new History(tx, links)
  for (const card of cards) {
    if (card === apart) await history.writtenApart(card)
    else await history.written(card)
  }
  await addPaper(tx, over, links[0] as Link, uploads)
}

interface Link {
  id: string
  table_id: string
}

async function addLinks(tx: Writes, { row, by }: Held, tokenShown: () => string | null): Promise<Link[]> {
  const query = tx.selectFrom('forum_table').select('id').where('event_id', '=', row.id).orderBy('number')
  const links: Link[] = []
  for (const { id } of await query.execute()) {
    const token = tokenShown()
    const link = { id: newId(), table_id: id }
    await tx
      .insertInto('table_link')
      .values({
        ...{ ...link, event_id: row.id, token_hash: hashOf(token ?? newToken()), token },
        ...{ made_by: by, created_at: row.created_at, ended_at: null },
      })
      .execute()
    links.push(link)
  }
  return links
}

type Card = Row<'note_card'>

interface Step {
  words: string
  minutes: number
  device: string
  outcome: ForumTables['note_card_edit']['outcome']
  base?: string
}

/** What was written on cards, as the phones of the tables sent it. */
class History {
  readonly #tx: Writes
  readonly #links: readonly Link[]
  #arrival = 0

  constructor(tx: Writes, links: readonly Link[]) {
    this.#tx = tx
    this.#links = links
  }

  async written(card: Card): Promise<void> {
    const nonce = await this.#add(card, { words: card.words, minutes: 0, device: 'host', outcome: 'done' })
    await this.#end(card, nonce)
  }

  /** Host and note taker changed the same words without a net; a while later the table chose. */
  async writtenApart(card: Card): Promise<void> {
    const [first = card.words] = card.words.split(/(?<=[.!?])\s/)
    const start = await this.#add(card, { words: first, minutes: 0, device: 'host', outcome: 'done' })
    const mine = { words: `${first} Helst i höst.`, minutes: 2, device: 'host', base: start }
    const head = await this.#add(card, { ...mine, outcome: 'done' })
    const theirs = { words: `${first} Senast till sommaren.`, minutes: 9, device: 'taker', base: start }
    const beside = await this.#add(card, { ...theirs, outcome: 'beside' })
    const chosen = { words: card.words, minutes: 11, device: 'taker', base: head, outcome: 'done' } as const
    const nonce = await this.#add(card, chosen)
    const since = plus(card.created_at, { minutes: 9 })
    await this.#tx
      .insertInto('note_beside')
      .values({
        ...{ nonce: beside, event_id: card.event_id, card_id: card.id, why: 'apart', since },
        settled_at: plus(card.created_at, { minutes: 11 }),
      })
      .execute()
    await this.#end(card, nonce)
  }

  async #add(card: Card, { words, minutes, device, outcome, base }: Step): Promise<string> {
    const nonce = newId()
    const { round, kind, who_could } = card
    const at = plus(card.created_at, { minutes })
    const was = base
      ? json({ round, kind, words: card.words, whoCould: who_could ?? null, takenAway: false })
      : null
    this.#arrival += 1
    await this.#tx
      .insertInto('note_card_edit')
      .values({
        ...{ nonce, event_id: card.event_id, table_id: card.table_id, card_id: card.id, was },
        ...{ arrival: this.#arrival, base: base ?? null, round, kind, words, who_could: who_could ?? null },
        ...{ taken_away: 0, device, at, received_at: at, outcome, by_person: null },
        by_link: this.#links.find(({ table_id }) => table_id === card.table_id)?.id ?? null,
      })
      .execute()
    return nonce
  }

  #end = ({ id }: Card, head: string) =>
    this.#tx.updateTable('note_card').set({ head, arrival: this.#arrival }).where('id', '=', id).execute()
}

/** A sheet of paper as a table leaves it: a ring of notes and arrows between them. */
const paper = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
  <rect width="1200" height="900" fill="#efe9dc"/><rect x="70" y="60" width="1060" height="780" fill="#fffdf6"/>
  <g fill="none" stroke="#23405c" stroke-width="9" stroke-linecap="round"><circle cx="600" cy="440" r="120"/>
  <path d="M250 220h190M250 260h140M780 220h200M780 260h150M240 640h210M240 680h120M790 640h190M790 680h210"/>
  <path d="M480 370 400 290M720 370l80-80M490 510l-80 90M710 510l80 90"/></g>
  <g fill="#f2c94c"><rect x="560" y="400" width="80" height="80"/></g></svg>`

async function addPaper(tx: Writes, { row }: Held, link: Link, uploads: string): Promise<void> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp(Buffer.from(paper)).webp({ quality: 70 }).toBuffer()
  const file = { name: 'table.webp', contentType: 'image/webp', bytes }
  await tx
    .insertInto('note_photo')
    .values({
      ...{ id: newId(), event_id: row.id, table_id: link.table_id, round: 1, width: 1200, height: 900 },
      file_id: await keepFile(tx, uploads, file, row.ends_at),
      alt: 'En ring i mitten med en gul lapp, och fyra pilar ut till listor i hörnen: fritidsgård, bibliotek, idrottsplats, skolgård.',
      ...{ by_link: link.id, by_person: null, created_at: row.ends_at, removed_at: null },
    })
    .execute()
}
