import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { missed } from '#forum/seating/unmet.ts'
import { loadForum } from '#forum/seating-plan/load-forum.ts'
import { type Instant, localTime, plus } from '#platform/time.ts'
import { type Filled, filledYear } from '../../test/filled-year.ts'

// A Monday, a Sunday, and the minute after New Year.
const days: readonly Instant[] = [
  '2026-11-23T14:00:00.000Z',
  '2026-11-29T18:00:00.000Z',
  '2026-12-31T23:00:30.000Z',
]

function everyDay(claim: string, holds: (year: Filled, now: Instant) => Promise<void>): void {
  for (const now of days) {
    test(`${claim} (${now.slice(0, 10)})`, async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'malmoandan-sample-'))
      const year = await filledYear(now, dataDir)
      try {
        await holds(year, now)
      } finally {
        await year.close()
        rmSync(dataDir, { recursive: true, force: true })
      }
    })
  }
}

everyDay(
  'a forum keeps seats for two sectors until a day ahead, and three others have a list of their own',
  async ({ db }, now) => {
    const forum = await db
      .selectFrom('event')
      .selectAll()
      .where('kept_until', 'is not', null)
      .executeTakeFirstOrThrow()
    assert.ok(forum.kept_until && forum.kept_until > now && forum.kept_until < forum.sign_up_closes_at)
    assert.ok((forum.seats_kept ?? 0) > 0 && (forum.seats_taken ?? 0) + (forum.seats_kept ?? 0) === 60)
    const rows = await db
      .selectFrom('sign_up')
      .select(['capacity', 'state', 'organisation_id', 'organisation_name'])
      .where('event_id', '=', forum.id)
      .execute()
    const waiting = rows.filter(({ state }) => state === 'waiting').map(({ capacity }) => capacity)
    assert.ok(new Set(waiting).size >= 3, String(waiting))
    const seats = rows.filter(({ state }) => state === 'seat')
    const houses = Map.groupBy(seats, (one) => one.organisation_id ?? one.organisation_name)
    for (const [house, own] of houses) assert.ok(house === null || own.length <= 3, String(house))
  },
)

everyDay(
  'somebody is to confirm, somebody may take a seat until a good hour, and a move has a reason',
  async ({ db }, now) => {
    const asked = await db
      .selectFrom('sign_up')
      .innerJoin('event', 'event.id', 'event_id')
      .select(['state', 'held_until', 'starts_at'])
      .where('held_until', 'is not', null)
      .orderBy('state')
      .execute()
    assert.deepEqual(
      asked.map(({ state }) => state),
      ['held', 'offered'],
    )
    for (const { held_until: until } of asked) assert.ok((until ?? '') > plus(now, { minutes: 20 }))
    const offer = asked[1]
    assert.match(localTime(offer?.held_until ?? ''), /^(0[89]|1\d|20)/)
    const moves = await db
      .selectFrom('queue_move as move')
      .innerJoin('sign_up as moved', 'moved.id', 'move.sign_up_id')
      .innerJoin('sign_up as other', 'other.id', 'before_id')
      .innerJoin('coordinator', 'coordinator.person_id', 'by_person')
      .select(['reason', 'at', 'moved.queued_at as came', 'other.queued_at as other_came'])
      .execute()
    assert.equal(moves.length, 1)
    for (const { at, came, other_came } of moves) assert.ok(at <= now && at >= came && came >= other_came)
  },
)

everyDay(
  'people come together, named or not, and one event has a few more seats than chairs',
  async ({ db }) => {
    const along = await db
      .selectFrom('sign_up')
      .select(['email', 'named'])
      .where('brought_by', 'is not', null)
      .execute()
    const kinds = along.map(({ email, named }) => (email ? 'address' : named ? 'name' : 'nobody'))
    assert.deepEqual([...new Set(kinds)].sort(), ['address', 'name', 'nobody'])
    const over = await db.selectFrom('event').select('over_invited').where('over_invited', '>', 0).execute()
    assert.deepEqual(over, [{ over_invited: 3 }])
  },
)

everyDay(
  'nobody at the tables of a forum sits where a rule forbids it, also after a late change',
  async ({ db }) => {
    const seatings = await db.selectFrom('seating').select(['event_id', 'version']).execute()
    assert.ok(seatings.some(({ version }) => version === 4))
    for (const { event_id } of seatings) {
      const forum = await loadForum(db, event_id)
      assert.deepEqual(forum && missed(forum.problem, forum.schedule), [])
    }
  },
)
