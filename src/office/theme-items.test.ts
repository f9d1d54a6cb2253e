import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { json } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Instant, plus } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { freshDatabase } from '../../test/bed.ts'
import { aMember, anEvent } from '../../test/cast.ts'
import { gatherDesk } from './gather-desk.ts'
import type { Db } from './tables.ts'

const now = '2026-11-23T11:00:00.000Z'
const day = (days: number): Instant => plus(now, { days })

async function anOffice() {
  const bed = await freshDatabase()
  after(() => bed.close())
  const db: Db = bed.db.as()
  const bo = await aMember(bed.db, 'Bo', 'city')
  const event = await anEvent(bed.db, day(60))
  const series = db.selectFrom('event').select('series_id').where('id', '=', event)
  const { series_id } = await series.executeTakeFirstOrThrow()
  const desk = async (at: Instant, language: 'sv' | 'en' | 'es' = 'sv') => {
    const asked = { db, t: wordsFor(language), now: at, hasMailServer: true, isSample: false }
    const items = await gatherDesk(asked)
    return items.flatMap(({ urgency, text, path }) =>
      path.startsWith('/office/theme-calls/') ? [`${urgency}: ${text} → ${path}`] : [],
    )
  }
  const call = async (opens: number, closes: number): Promise<string> => {
    const made = { created_by: bo.id, created_at: day(opens), changed_at: day(opens) }
    const row = { id: newId(), series_id, event_id: null, words: json({}), ...made }
    await db
      .insertInto('theme_call')
      .values({ ...row, opens_at: day(opens), closes_at: day(closes) })
      .execute()
    return row.id
  }
  const proposal = async (call_id: string, at: Instant, isConfirmed = true): Promise<string> => {
    const id = newId()
    const words = { title: 'Bussar', why: 'Sent', who: 'Alla', language: 'sv', proposed_at: at } as const
    const unread = { state: 'waiting', reason: null, decided_at: null, decided_by: null } as const
    await db
      .insertInto('theme_proposal')
      .values({ id, call_id, ...words, ...unread })
      .execute()
    const author = {
      kind: 'proposed',
      email: `${id}@example.org`,
      capacity: 'other',
      language: 'sv',
    } as const
    const times = { asked_at: at, confirmed_at: isConfirmed ? at : null, forgotten_at: null }
    await db
      .insertInto('theme_support')
      .values({ id: newId(), proposal_id: id, wants_news: 0, token_hash: null, ...author, ...times })
      .execute()
    return id
  }
  return { db, bo, desk, call, proposal }
}

test('proposals that wait to be read are on the desk, once somebody stands behind them', async () => {
  const { db, bo, desk, call, proposal } = await anOffice()
  const open = await call(-10, 20)
  await proposal(open, day(-1), false)
  deepEqual(await desk(now), [], 'nobody’s until the address is confirmed')
  const [one, other] = [await proposal(open, day(-1)), await proposal(open, day(-3))]
  const path = `/office/theme-calls/${open}`
  deepEqual(await desk(now), [`soon: 2 förslag till tema för En serie väntar på att läsas. → ${path}`])
  deepEqual(await desk(day(1)), [`now: 2 förslag till tema för En serie väntar på att läsas. → ${path}`])
  for (const language of ['en', 'es'] as const) {
    const [item = ''] = await desk(now, language)
    ok(item.includes('2 ') && !item.includes('{'), item)
  }
  const read = { state: 'shown', decided_at: now, decided_by: bo.id } as const
  await db.updateTable('theme_proposal').set(read).where('id', 'in', [one, other]).execute()
  deepEqual(await desk(now), [])
})

test('a call that is over without a theme is on the desk until it is set, or its people are forgotten', async () => {
  const { db, desk, call } = await anOffice()
  const over = await call(-30, -2)
  deepEqual(await desk(day(-3)), [])
  const item = `Utlysningen till En serie har stängt. Sätt temat. → /office/theme-calls/${over}`
  deepEqual(await desk(day(-2)), [`soon: ${item}`])
  deepEqual(await desk(day(12)), [`soon: ${item}`])
  deepEqual(await desk(day(13)), [`now: ${item}`])
  equal((await desk(day(177))).length, 1)
  deepEqual(await desk(day(178)), [], 'nobody is left to be told')
  const set = { theme: json({ sv: 'Bussar' }), reason: json({ sv: 'Skäl' }), people: 0, decided_at: now }
  await db
    .insertInto('theme_decision')
    .values({ call_id: over, proposal_id: null, ...set })
    .execute()
  deepEqual(await desk(day(12)), [])
})
