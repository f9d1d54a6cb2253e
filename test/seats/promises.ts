import { deepEqual, equal, ok } from 'node:assert/strict'
import { nextUp } from '#programme/sign-up/queue.rules.ts'
import { waitingLine } from '#programme/sign-up/queue.sql.ts'
import { organisationKey } from '#programme/sign-up/seats.rules.ts'
import { seatsOf } from '#programme/sign-up/seats.sql.ts'
import { takesSeat } from '#programme/sign-up/sign-up.rules.ts'
import type { SignUpRow } from '#programme/tables.ts'
import type { Hall, Picture } from './hall.ts'
import type { Done } from './steps.ts'

const taking = (rows: readonly SignUpRow[]): SignUpRow[] => rows.filter(({ state }) => takesSeat(state))

/** The database counts right, never gives one seat too many, and nobody takes what is kept for others. */
export function seatsAreCounted({ event, sectors, rows }: Picture): void {
  equal(event.seats_taken, taking(rows).length, 'seats taken')
  ok(event.seats_taken + event.seats_kept <= event.capacity, 'one seat too many')
  for (const { capacity, taken } of sectors)
    equal(taken, taking(rows).filter((row) => row.capacity === capacity).length, `seats of ${capacity}`)
  const kept = sectors.reduce((sum, one) => sum + Math.max(0, one.kept - one.taken), 0)
  equal(event.seats_kept, event.released_at === null ? kept : 0, 'seats kept')
}

export function nobodyIsTwice({ rows }: Picture): void {
  const there = rows.flatMap(({ email, state }) => (email !== null && state !== 'cancelled' ? [email] : []))
  deepEqual(there, [...new Set(there)])
}

/** No organisation has more than its share, also those that the directory does not know. */
export function sharesAreKept({ event, rows }: Picture, max: number | null): void {
  if (max === null || event.released_at !== null) return
  for (const [organisation, seats] of countsBy(taking(rows), organisationKey))
    ok(organisation === null || seats <= max, `${organisation} has ${seats} seats`)
}

/** Nobody who could have a seat waits for it. */
export async function noSeatIsLeftOver(hall: Hall): Promise<void> {
  const event = await hall.db
    .selectFrom('event')
    .selectAll()
    .where('id', '=', hall.event)
    .executeTakeFirstOrThrow()
  if (event.starts_at <= hall.now) return
  const left = nextUp(await waitingLine(hall.db, hall.event), await seatsOf(hall.db, event))
  deepEqual(
    left.map(({ name }) => name),
    [],
    'waits though there is a seat',
  )
}

/** The line as somebody would keep it who stands beside it and watches: it knows nothing of how the order is stored. */
export class Line {
  #ids: string[] = []

  watch(before: Picture, after: Picture, { moved }: Done): void {
    if (moved) {
      this.#ids = this.#ids.filter((id) => id !== moved.id)
      const place = moved.before === null ? this.#ids.length : this.#ids.indexOf(moved.before)
      this.#ids.splice(place, 0, moved.id)
    }
    const known = new Map(before.rows.map((row) => [row.id, row.state]))
    const came = after.rows.filter(({ id, state }) => {
      const was = known.get(id) ?? 'cancelled'
      return state === 'waiting' && was === 'cancelled'
    })
    const ids = came.map(({ id }) => id)
    this.#ids = [...this.#ids.filter((id) => !ids.includes(id)), ...ids]
  }

  /** Those who wait, in order. */
  of({ rows }: Picture): SignUpRow[] {
    const waiting = new Map(rows.filter(({ state }) => state === 'waiting').map((row) => [row.id, row]))
    return this.#ids.flatMap((id) => waiting.get(id) ?? [])
  }

  place(id: string): number {
    const place = this.#ids.indexOf(id)
    return place < 0 ? Infinity : place
  }
}

/** Whoever got a seat stood before those of the same list who wait still, if their organisation might have one. */
export async function orderIsKept(hall: Hall, line: Line, before: Picture, after: Picture): Promise<void> {
  const waiting = line.of(after)
  deepEqual(
    (await waitingLine(hall.db, hall.event)).map(({ id }) => id),
    waiting.map(({ id }) => id),
    'the order of the line',
  )
  const event = await hall.db
    .selectFrom('event')
    .selectAll()
    .where('id', '=', hall.event)
    .executeTakeFirstOrThrow()
  const isBySector = event.kept_until !== null && event.released_at === null
  const max = event.released_at === null ? event.organisation_max : null
  const counts = countsBy(taking(after.rows), organisationKey)
  const known = new Map(before.rows.map((row) => [row.id, row]))
  const lucky = taking(after.rows).filter(({ id }) => !takesSeat(known.get(id)?.state ?? 'waiting'))
  for (const one of lucky) {
    const passed = waiting.filter((other) => {
      const organisation = organisationKey(other)
      const hasShare = max !== null && organisation !== null && (counts.get(organisation) ?? 0) >= max
      const couldBeOffered = known.get(other.id)?.confirmed_at && known.get(other.id)?.state === 'waiting'
      const isOnTheList = !isBySector || other.capacity === one.capacity
      return couldBeOffered && isOnTheList && !hasShare && line.place(other.id) < line.place(one.id)
    })
    deepEqual(
      passed.map(({ name }) => name),
      [],
      `passed by ${one.name}`,
    )
  }
}

function countsBy<One, Key>(all: readonly One[], key: (one: One) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  return counts
}

/** What each kind of happening is told of by. */
const tellings: Record<string, string> = {
  'signed-up': 'arrival',
  'offer-accepted': 'accepted',
  'seat-given-back': 'given-back',
  'offer-declined': 'given-back',
  'seat-offered': 'offered',
  'moved-up': 'moved-up',
  'offer-expired': 'offer-over',
}
// An address that was never confirmed is left alone; what people did themselves they see on the page.
const silent = new Set([
  'moved-in-queue',
  'not-confirmed',
  'sign-up-confirmed',
  'sign-up-changed',
  'companion-named',
  'seats-released',
])

/** Exactly one mail for each thing that happened to a person: none lost, none twice. */
export function everybodyIsToldOnce(before: Picture, after: Picture, { again }: Done): void {
  const rows = new Map(after.rows.map((row) => [row.id, row]))
  const happened = [...recorded(before, after), ...becameKnown(before, after)]
  // Those of one kind that happen to a reader in one go share a mail.
  const expected = new Set<string>()
  for (const { row, telling } of happened) {
    const reader = row.email === null ? rows.get(row.brought_by ?? '') : row
    if (reader) expected.add(`${reader.email} ${telling}`)
  }
  const old = new Set(before.mails.map(({ id }) => id))
  const mails = after.mails.filter(({ id }) => !old.has(id))
  const told = mails.map(({ to_address }) => to_address)
  // Whoever asks again gets the link again, a few times a day.
  const askedAgain = rows.get(again ?? '')?.email
  if (askedAgain && told.length > expected.size) told.splice(told.indexOf(askedAgain), 1)
  deepEqual(
    told.toSorted(),
    [...expected].map((one) => one.split(' ')[0]).toSorted(),
    mails.map(({ subject }) => subject).join('\n'),
  )
}

interface Happened {
  row: SignUpRow
  telling: string
}

function recorded(before: Picture, after: Picture): Happened[] {
  const seen = new Set(before.records.map(({ id }) => id))
  return after.records.flatMap(({ id, what, detail }): Happened[] => {
    const telling = tellings[what]
    ok(telling !== undefined || silent.has(what), `nobody knows who is told of ${what}`)
    const row = after.rows.find((one) => one.id === detail['signUp'])
    if (seen.has(id) || telling === undefined || !row) return []
    // A companion of somebody who is not known yet hears of it when the address is confirmed.
    const isUnheard = what === 'signed-up' && row.brought_by !== null && row.confirmed_at === null
    return isUnheard ? [] : [{ row, telling }]
  })
}

/** Those whose address, or whose bringer's, was confirmed just now, and those whom somebody named by an address. */
const becameKnown = (before: Picture, after: Picture): Happened[] =>
  after.rows.flatMap((row): Happened[] => {
    const was = before.rows.find(({ id }) => id === row.id)
    if (!was || row.confirmed_at === null) return []
    if (was.confirmed_at === null) return [{ row, telling: 'arrival' }]
    return was.email === null && row.email !== null ? [{ row, telling: 'named' }] : []
  })
