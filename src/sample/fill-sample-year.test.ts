import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { tellFollowers } from '#news/index.ts'
import { invitedTo } from '#programme/invitations/invited.sql.ts'
import { tellHowFull } from '#programme/index.ts'
import { type Instant, localDate, localTime, plus, zoned } from '#platform/time.ts'
import { type Filled, filledYear } from '../../test/filled-year.ts'

// New Year, a leap day, a Sunday, both nights on which clocks change, a summer evening, and an ordinary Monday.
const days: readonly Instant[] = [
  '2026-12-31T23:00:30.000Z',
  '2028-02-29T09:00:00.000Z',
  '2026-11-29T18:00:00.000Z',
  '2027-03-28T01:30:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-07-14T20:00:00.000Z',
  '2026-11-23T14:00:00.000Z',
]

const dataDir = mkdtempSync(join(tmpdir(), 'malmoandan-sample-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))

const years = new Map<Instant, Filled>()
for (const now of days) years.set(now, await filledYear(now, dataDir))
after(async () => {
  for (const { close } of years.values()) await close()
})

/** A claim about the sample year, tried on every one of the days. */
function everyDay(claim: string, holds: (year: Filled, now: Instant) => Promise<void>): void {
  test(claim, async () => {
    for (const [now, year] of years) {
      await holds(year, now).catch((error: unknown) => {
        throw new Error(`on ${now}: ${String(error)}`, { cause: error })
      })
    }
  })
}

everyDay('every series has something behind it and something to come', async ({ db }, now) => {
  const rows = await db
    .selectFrom('event')
    .innerJoin('series', 'series.id', 'event.series_id')
    .select(['series.key', 'ends_at'])
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .execute()
  const keys = [...new Set(rows.map((row) => row.key))]
  assert.equal(keys.length, 6)
  for (const key of keys) {
    const own = rows.filter((row) => row.key === key)
    assert.ok(own.some((row) => row.ends_at <= now) && own.some((row) => row.ends_at > now), key)
  }
})

everyDay(
  'meetings are on working days and at sensible hours, but for the one whose door can be tried',
  async ({ db }, now) => {
    const rows = await db.selectFrom('event').select(['slug', 'starts_at', 'ends_at']).execute()
    for (const { slug, starts_at, ends_at } of rows) {
      const hours = `${localTime(starts_at)}–${localTime(ends_at)}`
      assert.match(hours, /^(09:00–1[056]:00|12:00–13:[03]0|13:00–16:00|17:30–(19|20):00)$/, slug)
      if (!slug.startsWith('oppet-hus')) assert.ok(zoned(starts_at).dayOfWeek <= 5, slug)
    }
    const soon = rows.filter((row) => row.starts_at > now && row.starts_at <= plus(now, { hours: 24 }))
    assert.equal(soon.length, 1)
  },
)

everyDay(
  'one event is full and has a queue of five; another was called off; another is a draft',
  async ({ db }) => {
    const waiting = await db
      .selectFrom('sign_up')
      .innerJoin('event', 'event.id', 'sign_up.event_id')
      .select(['event.capacity', 'event.seats_taken', (eb) => eb.fn.countAll<number>().as('queue')])
      .where('sign_up.state', '=', 'waiting')
      .where('event.kept_until', 'is', null)
      .groupBy(['event.id', 'event.capacity', 'event.seats_taken'])
      .execute()
    assert.deepEqual(waiting, [{ capacity: 30, seats_taken: 30, queue: 5 }])
    const events = await db.selectFrom('event').select(['cancelled_at', 'published_at']).execute()
    assert.equal(events.filter((event) => event.cancelled_at !== null).length, 1)
    assert.equal(events.filter((event) => event.published_at === null).length, 1)
  },
)

everyDay(
  'one event is by invitation, with answers of every kind; another is for two sectors',
  async (year) => {
    const audiences = await year.db.selectFrom('event_audience').selectAll().orderBy('kind').execute()
    assert.deepEqual(
      audiences.map(({ kind, capacities }) => [kind, capacities]),
      [
        ['invitation', ''],
        ['sectors', 'elected,civil-servant'],
      ],
    )
    const lines = await invitedTo(year.db, audiences[0]?.event_id ?? '')
    const answers = new Set(lines.map(({ answer }) => answer))
    assert.deepEqual(answers, new Set(['coming', 'declined', 'no-answer', 'not-sent']))
  },
)

everyDay('nothing happened before it could have, or after today', async ({ db }, now) => {
  const early = await sql<{ n: number }>`select count(*) as n from sign_up s join event e on e.id = s.event_id
    where s.queued_at < e.published_at or s.queued_at > ${now} or s.checked_in_at > ${now} or s.cancelled_at > ${now}
    or (s.walk_in = 0 and s.queued_at > e.sign_up_closes_at) or (s.checked_in_at is not null and e.ends_at > ${now})`.execute(
    db,
  )
  assert.equal(early.rows[0]?.n, 0)
  const tables = {
    record: 'at',
    note: 'published_at',
    recommendation: 'created_at',
    answer: 'recorded_at',
  } as const
  for (const [table, column] of Object.entries({
    ...tables,
    commitment: 'created_at',
    commitment_update: 'at',
  })) {
    const late = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
      where ${sql.ref(column)} > ${now}`.execute(db)
    assert.equal(late.rows[0]?.n, 0, table)
  }
  const updates = await sql<{ n: number }>`select count(*) as n from commitment_update u
    join commitment c on c.id = u.commitment_id where u.at < c.created_at`.execute(db)
  assert.equal(updates.rows[0]?.n, 0)
})

everyDay('recommendations stand in every way they can stand', async ({ db }, now) => {
  const rows = await db
    .selectFrom('recommendation')
    .leftJoin('answer', 'answer.recommendation_id', 'recommendation.id')
    .select(['number', 'handed_over_on', 'answer_due_on', 'kind', 'answered_on'])
    .orderBy('number')
    .execute()
  const today = localDate(now)
  const states = rows.map(
    ({ kind, answer_due_on: due }) => kind ?? (due ? (due < today ? 'late' : 'waiting') : 'draft'),
  )
  assert.deepEqual(new Set(states), new Set(['accepted', 'partly', 'declined', 'late', 'waiting', 'draft']))
  const counter = await db.selectFrom('recommendation_counter').select('last_number').executeTakeFirst()
  assert.equal(counter?.last_number, rows.length)
})

everyDay(
  'commitments stand in every way, and one can be followed from its event to its goal',
  async ({ db }) => {
    const latest = await sql<{
      state: string
    }>`select distinct coalesce((select state from commitment_update u
    where u.commitment_id = c.id order by at desc limit 1), 'not-started') as state from commitment c`.execute(
      db,
    )
    assert.deepEqual(latest.rows.map((row) => row.state).sort(), [
      'done',
      'not-started',
      'stopped',
      'under-way',
    ])
    const threads = await sql<{ n: number }>`select count(distinct c.id) as n from commitment c
    join recommendation r on r.id = c.recommendation_id join answer a on a.recommendation_id = r.id
    join note on note.event_id = r.event_id join goal_sdg s on s.goal_id = c.goal_id`.execute(db)
    assert.equal(threads.rows[0]?.n, 4)
  },
)

everyDay('minutes are in all four states, and one draft is late', async ({ db }, now) => {
  const notes = await db
    .selectFrom('event')
    .leftJoin('note', 'note.event_id', 'event.id')
    .select(['event.slug', 'event.ends_at', 'note.state', 'note.sent_to'])
    .where('event.ends_at', '<=', now)
    .where('event.cancelled_at', 'is', null)
    .orderBy('event.ends_at', 'desc')
    .execute()
  const [first, second, third, ...rest] = notes
  assert.deepEqual(
    [first, second, third].map((one) => [one?.slug, one?.state]),
    [
      ['mentorer-pa-andra-sidan-bordet', 'sent'],
      ['patienten-vid-bordet', 'approved'],
      ['digital-hjalp-som-inte-gor-nagon-dum', 'draft'],
    ],
  )
  assert.ok((third?.ends_at ?? now) < plus(now, { days: -15 }))
  assert.ok(rest.length > 10)
  for (const { slug, state, sent_to } of rest) assert.ok(state === 'published' && Number(sent_to) > 5, slug)
})

everyDay(
  'nobody is mailed, also when followers and organisers are to be told of what is new',
  async ({ database, db }, now) => {
    await tellFollowers(database.as(), plus(now, { minutes: 1 }), {
      url: (language, path) => `/${language}${path}`,
    })
    await tellHowFull(database.as(), now, { url: (language, path) => `/${language}${path}` })
    const states = await db.selectFrom('mail').select('state').distinct().orderBy('state').execute()
    assert.deepEqual(states, [{ state: 'failed' }, { state: 'kept' }, { state: 'sent' }])
    const addresses = await sql<{ n: number }>`select count(*) as n from (select email from person union all
    select email from sign_up union all select email from subscription union all select to_address from mail) all_of_them
    where email is not null and email not like '%@example.org'`.execute(db)
    assert.equal(addresses.rows[0]?.n, 0)
  },
)

everyDay(
  'a forum gathers sixty people of every capacity, and some who signed up stayed away',
  async ({ db }) => {
    const rows = await db
      .selectFrom('sign_up')
      .innerJoin('event', 'event.id', 'sign_up.event_id')
      .select(['sign_up.capacity', 'checked_in_at', 'walk_in'])
      .where('event.slug', '=', 'efter-skolan-platser-dar-unga-vill-vara')
      .where('state', '=', 'seat')
      .execute()
    assert.equal(rows.length, 62)
    assert.equal(new Set(rows.map((row) => row.capacity)).size, 7)
    assert.ok(rows.some((row) => row.checked_in_at === null) && rows.some((row) => row.walk_in === 1))
  },
)

everyDay(
  'most events speak three languages, and some show what is seen when a translation is missing',
  async ({ db }) => {
    const titles = (await db.selectFrom('event').select('title').execute()).map((row) => row.title)
    const whole = titles.filter((title) => title.sv && title.en && title.es)
    assert.ok(
      titles.every((title) => title.sv) && whole.length > titles.length * 0.8 && whole.length < titles.length,
    )
  },
)

everyDay('invented organizations say that they are', async ({ db }) => {
  const rows = await db.selectFrom('organisation').select(['about', 'website']).execute()
  const invented = rows.filter((row) => row.website?.endsWith('.example.org/'))
  assert.ok(invented.length >= 20)
  for (const { about } of invented) assert.match(about.es ?? '', /inventada/)
})

everyDay('links between events lead somewhere', async ({ db }) => {
  const rows = await db.selectFrom('event').select(['slug', 'body']).execute()
  const slugs = rows.map((row) => row.slug)
  const links = rows.flatMap(({ body }) => [...JSON.stringify(body).matchAll(/\/events\/([a-z0-9-]+)/g)])
  assert.ok(links.length > 0)
  for (const [, slug = ''] of links) assert.ok(slugs.includes(slug), slug)
})

test('the same day gives the same year', async () => {
  const [now = ''] = days
  const again = await filledYear(now, dataDir)
  try {
    const names = (year?: Filled) =>
      year?.db.selectFrom('sign_up').select(['name', 'queued_at']).orderBy('id').execute()
    assert.deepEqual(await names(again), await names(years.get(now)))
  } finally {
    await again.close()
  }
})

test('the picture, the slides, the photo of paper and two originals are one file each, however often they are drawn', () => {
  assert.equal(readdirSync(join(dataDir, 'uploads')).length, 5)
})

everyDay(
  'whoever came half a year ago is a number, and what is kept has its day ahead',
  async ({ db }, now) => {
    const old = plus(now, { days: -185 })
    const past = db
      .selectFrom('sign_up')
      .innerJoin('event', 'event.id', 'event_id')
      .select(['sign_up.name', 'email'])
      .where('ends_at', '<', old)
    const forgotten = await past.execute()
    assert.ok(forgotten.length > 0)
    for (const { name, email } of forgotten) assert.deepEqual([name, email], ['–', null])
    const boxes = await db.selectFrom('sign_up_need_box').select('need').execute()
    assert.ok(new Set(boxes.map(({ need }) => need)).size > 5)
    const answers = await db.selectFrom('question_answer').select('wipe_on').execute()
    assert.ok(answers.length > 10 && answers.every(({ wipe_on }) => wipe_on > localDate(now)))
  },
)
