import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { json, transact } from '#platform/db.ts'
import { plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { anEvent } from '../../test/cast.ts'
import {
  type EventLine,
  eventOrDraftWithSlug,
  eventsForCalendars,
  eventsOfYear,
  eventsOnPage,
  eventWithSlug,
  nextEvents,
} from './events.sql.ts'
import { loadSeries } from './load-series.ts'
import { asCursor, pageLength, pageOf, readCursor } from './pages.ts'
import { promisesOf } from './promises/index.ts'
import { seriesInOrder, seriesWithKey } from './series.sql.ts'
import type { Db } from './tables.ts'

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
let db: Db

before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
  await anEvent(bed.db, '2026-11-23T10:30:00.000Z', { slug: 'under-way' })
  await anEvent(bed.db, '2026-11-24T10:30:00.000Z', {
    slug: 'called-off',
    cancelled_at: now,
    cancel_reason: json({ sv: 'Sjuk' }),
  })
  await anEvent(bed.db, '2026-11-25T10:30:00.000Z', { slug: 'draft', published_at: null })
  await anEvent(bed.db, '2026-11-26T10:30:00.000Z', { slug: 'coming' })
  await anEvent(bed.db, '2026-11-01T10:30:00.000Z', { slug: 'held' })
  await anEvent(bed.db, '2025-10-01T10:30:00.000Z', { slug: 'long-ago' })
  // New Year's Eve where people live is still the old year in UTC an hour later.
  await anEvent(bed.db, '2026-12-31T23:30:00.000Z', { slug: 'first-of-the-year' })
})
after(() => bed.close())

const slugs = (events: readonly { slug: string }[]): string[] => events.map(({ slug }) => slug)
const page = { seriesId: null, after: null, now, max: 10 }

test('what is coming begins with what is under way and keeps what was called off', async () => {
  deepEqual(slugs(await eventsOnPage(db, { ...page, when: 'coming' })), [
    'under-way',
    'called-off',
    'coming',
    'first-of-the-year',
  ])
})

test('the past is told backwards', async () => {
  deepEqual(slugs(await eventsOnPage(db, { ...page, when: 'past' })), ['held', 'long-ago'])
})

test('the next events are those one can still go to', async () => {
  deepEqual(slugs(await nextEvents(db, now, 2)), ['under-way', 'coming'])
})

test('a year begins and ends at midnight where people live', async () => {
  deepEqual(slugs(await eventsOfYear(db, 2026)), ['held', 'under-way', 'coming'])
  deepEqual(slugs(await eventsOfYear(db, 2027)), ['first-of-the-year'])
})

test('a draft has its address, but not for everybody', async () => {
  equal(await eventWithSlug(db, 'draft'), undefined)
  equal((await eventOrDraftWithSlug(db, 'draft'))?.slug, 'draft')
})

test('calendars get the latest year and all to come, with what was called off', async () => {
  const calendar = slugs(await eventsForCalendars(db, null, now))
  deepEqual(calendar, ['held', 'under-way', 'called-off', 'coming', 'first-of-the-year'])
})

test('pages follow each other without a gap, also where events begin at the same time', async () => {
  const held = await eventWithSlug(db, 'held')
  for (let number = 0; number < 2 * pageLength; number += 1) {
    const start = plus('2026-03-01T10:00:00.000Z', { days: Math.floor(number / 3) })
    await anEvent(bed.db, start, { slug: `many-${number}`, series_id: held?.series_id ?? '' })
  }
  const wanted = { ...page, when: 'past', seriesId: held?.series_id ?? '', max: pageLength + 1 } as const
  const seen: string[] = []
  let cursor: string | null = asCursor({ starts_at: '9999-01-01T00:00:00.000Z', id: 'z' })
  while (cursor) {
    const page: { rows: EventLine[]; next: string | null } = pageOf(
      await eventsOnPage(db, { ...wanted, after: readCursor(cursor) }),
    )
    seen.push(...slugs(page.rows))
    cursor = page.next
  }
  equal(seen.length, 2 * pageLength + 1)
  equal(new Set(seen).size, seen.length)
})

test('an address that somebody has changed leads to the first page', () => {
  for (const text of ['', 'x', '2026-13-45T10:00:00.000Z_1', "2026-11-23T11:00:00.000Z_' or 1=1"])
    equal(readCursor(text), null)
})

test('the series are loaded once, with all their texts', async () => {
  await transact(db, (tx) => loadSeries(tx, now))
  const forum = await seriesWithKey(db, 'dialogforum')
  const promises = await promisesOf(db, forum?.id ?? '')
  const [promise] = promises
  deepEqual([promises.length, promise?.yearly_min, promise?.yearly_max, forum?.mark], [1, 1, 2, 'brick'])
  equal(promise?.from_on, '2026-01-01')
  for (const language of ['sv', 'en', 'es'] as const) {
    for (const text of [forum?.name, forum?.lead, forum?.about, promise?.words, forum?.audience])
      ok(text?.[language])
  }
  const before = (await seriesInOrder(db)).length
  await transact(db, (tx) => loadSeries(tx, now))
  equal((await seriesInOrder(db)).length, before)
})
