import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { searchText } from '#platform/search.ts'
import { isAskedAtDoor } from '../questions/ask-at-door.ts'
import type { Db } from '../tables.ts'
import { answerTo } from './answer.rules.ts'
import { DoorPage, type DoorProps } from './door.page.tsx'
import { isRoomFor, refusalAtTheDoor } from './door.rules.ts'
import { keptBySector } from './door.sql.ts'
import type { DoorPerson } from './device.ts'
import { doorListSince, forgottenAt, peopleAtTheDoor } from './door-list.ts'
import type { DoorPlace } from './door-place.ts'
import { doublesAt } from './doubles.ts'
import { DoorScans, keepScans } from './keep-scans.ts'
import { AtTheDoor, atTheDoor, type Did } from './let-in.ts'

type C = Context<VisitEnv>

// More names than this are not read; another letter is faster.
const shownMax = 20

/** The door's page, for whoever stands there. */
export async function showDoor(db: Db, c: C, place: DoorPlace, more: Child = null) {
  return c.html(<DoorPage {...await doorProps(db, c, place)} more={more} />)
}

/** Takes a form from the door, and answers with the page that says what became of it. */
export async function takeForm(db: Db, c: C, place: DoorPlace, more: Child = null) {
  const { event, keeper, base } = place
  const form = await readForm(c, AtTheDoor)
  const again = async (answered: Answered) => (
    <DoorPage {...await doorProps(db, c, place)} {...answered} more={more} />
  )
  if (!form.ok) return c.html(await again(form), 422)
  const answer = await atTheDoor(db, event.id, form.value, { keeper, now: c.var.now })
  if (answer.refusal !== null) {
    const filled = { ...(await readFields(c)), id: newId() }
    return c.html(await again({ filled, refusal: `door.refusal.${answer.refusal}` }), 409)
  }
  return c.redirect(c.var.to(`${base}?who=${answer.who}&did=${answer.did}`), 303)
}

/** What a device keeps until the day after; nothing outside the days on which the door is open. */
export async function giveList(db: Db, c: C, { event }: DoorPlace) {
  const { now } = c.var
  if (refusalAtTheDoor(event, now) || forgottenAt(event) <= now) return c.json({ over: true })
  return c.json(await doorListSince(db, event, c.var, c.req.query('since')))
}

/** Takes what devices tell. It is answered nonce by nonce, so that a device knows what it need not send again. */
export async function takeScans(db: Db, c: C, { event, keeper }: DoorPlace) {
  // A form of another site cannot send this type, and script of another site may not.
  if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ wrong: 'type' }, 415)
  const read = DoorScans.safeParse(await c.req.json().catch(() => null))
  if (!read.success) return c.json({ wrong: 'scans' }, 422)
  return c.json({ outcomes: await keepScans(db, event.id, read.data.scans, { keeper, now: c.var.now }) })
}

async function doorProps(db: Db, c: C, place: DoorPlace): Promise<DoorProps> {
  const { event, keeper } = place
  const search = c.req.query('q') ?? ''
  const people = await peopleAtTheDoor(db, event, c.var)
  const kept = await keptBySector(db, event.id)
  const lineOf = (person: DoorPerson) => ({
    ...{ person, isRoom: isRoomFor(event, person.sector, kept), nonce: newId() },
  })
  const found = foundBy(people, search)
  const person = people.find(({ id }) => id === c.req.query('who'))
  const did = (['in', 'already', 'undo'] as const).find((one) => one === c.req.query('did')) ?? null
  return {
    ...{ visit: c.var, place, search, hasMore: found.length > shownMax, filled: { id: newId() } },
    lines: found.slice(0, shownMax).map(lineOf),
    counts: countsOf(people),
    isFull: event.seats_taken + event.seats_kept >= event.capacity,
    ...answerFor(c, person, did),
    asked: person ? lineOf(person) : null,
    ask: (await isAskedAtDoor(db, event.id)) ? c.var.to(place.ask) : null,
    doubles: keeper.person ? await doublesAt(db, event.id) : [],
  }
}

function answerFor(c: C, person: DoorPerson | undefined, did: Did | null) {
  if (!c.req.query('who')) return { answer: null }
  return { answer: { kind: answerTo(person ?? null, did), person: person ?? null } }
}

const countsOf = (people: readonly DoorPerson[]) => ({
  in: people.filter(({ since }) => since).length,
  seats: people.filter(({ state }) => state === 'seat').length,
  waiting: people.filter(({ state }) => state === 'waiting').length,
})

/** Nobody is listed before something is typed: a list of names is nobody's business who passes by. */
function foundBy(people: readonly DoorPerson[], search: string): DoorPerson[] {
  const words = searchText(search).split(' ').filter(Boolean)
  return words.length === 0 ? [] : people.filter(({ find }) => words.every((word) => find.includes(word)))
}
