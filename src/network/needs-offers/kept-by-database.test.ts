import { doesNotReject, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type FreshDatabase, freshDatabase } from '../../../test/bed.ts'
import { aSuggestion, anEntry } from '../../../test/need-offer-cast.ts'
import { type Guard, withoutGuard } from '../../../test/without-guard.ts'

const now = '2026-11-23T11:00:00.000Z'

let bed: FreshDatabase

before(async () => {
  bed = await freshDatabase()
})
after(() => bed.close())

/** What somebody with a database client could send. */
const run = (text: string): Promise<unknown> => sql.raw(text).execute(bed.db.as())

const entryGuard = { table: 'need_offer', postgres: 'keep_need_offer' }
const matchGuard = { table: 'need_match', postgres: 'keep_need_match' }
const stepGuard = { table: 'need_match_step', postgres: 'keep_need_match_step' }

type Made = Awaited<ReturnType<typeof aSuggestion>>

const said = (who: string): string => `${who}_said = 'yes', ${who}_said_at = '${now}'`
const introduced = ({ id }: Made): string =>
  `update need_match set ${said('need')}, ${said('offer')}, introduced_at = '${now}' where id = '${id}'`
const ended = ({ need }: Made): string =>
  `update need_offer set ended_at = '${now}', ended_because = 'met' where id = '${need.id}'`
const step = ({ id }: Made, number = 1): string =>
  `insert into need_match_step (match_id, number, kind, side, at) values ('${id}', ${number}, 'met', 'need', '${now}')`
/** What each trigger stands against: what comes before it, and what it refuses. */
const attempts: [Guard, (made: Made) => string[], (made: Made) => string][] = [
  [
    { ...entryGuard, sqlite: 'need_offer_keeps' },
    () => [],
    ({ need }) => `update need_offer set side = 'offer' where id = '${need.id}'`,
  ],
  [
    { ...entryGuard, sqlite: 'need_offer_keeps' },
    () => [],
    ({ need, offer }) =>
      `update need_offer set organisation_id = '${offer.organisation}' where id = '${need.id}'`,
  ],
  [
    { ...entryGuard, sqlite: 'need_offer_ended' },
    (made) => [ended(made)],
    ({ need }) => `update need_offer set words = '{"sv":"Annat"}' where id = '${need.id}'`,
  ],
  [
    { ...entryGuard, sqlite: 'need_offer_ended' },
    (made) => [ended(made)],
    ({ need }) => `update need_offer set ended_at = null, ended_because = null where id = '${need.id}'`,
  ],
  [
    { ...matchGuard, sqlite: 'need_match_fits' },
    ({ id }) => [`delete from need_match where id = '${id}'`],
    ({ id, need, offer }) =>
      `insert into need_match (id, need_id, offer_id, points, suggested_at, need_said, need_said_at)
        values ('${id}', '${need.id}', '${offer.id}', 70, '${now}', 'yes', '${now}')`,
  ],
  [
    { ...matchGuard, sqlite: 'need_match_fits' },
    (made) => [`delete from need_match where id = '${made.id}'`, ended(made)],
    ({ id, need, offer }) =>
      `insert into need_match (id, need_id, offer_id, points, suggested_at)
        values ('${id}', '${need.id}', '${offer.id}', 70, '${now}')`,
  ],
  [
    { ...matchGuard, sqlite: 'need_match_fits' },
    () => [],
    ({ id, need, offer }) =>
      `insert into need_match (id, need_id, offer_id, points, suggested_at)
        values ('${id}-turned', '${offer.id}', '${need.id}', 70, '${now}')`,
  ],
  [
    { ...matchGuard, sqlite: 'need_match_keeps' },
    (made) => [introduced(made)],
    ({ id }) => `update need_match set introduced_at = null where id = '${id}'`,
  ],
  [
    { ...matchGuard, sqlite: 'need_match_keeps' },
    () => [],
    ({ id, offer }) => `update need_match set need_id = '${offer.id}' where id = '${id}'`,
  ],
  [{ ...stepGuard, sqlite: 'need_match_step_counts' }, () => [], (made) => step(made)],
  [{ ...stepGuard, sqlite: 'need_match_step_counts' }, (made) => [introduced(made)], (made) => step(made, 2)],
  [
    { ...stepGuard, sqlite: 'need_match_step_keeps' },
    (made) => [introduced(made), step(made)],
    ({ id }) => `update need_match_step set kind = 'happened' where match_id = '${id}'`,
  ],
  [
    { ...stepGuard, sqlite: 'need_match_step_stays' },
    (made) => [introduced(made), step(made)],
    ({ id }) => `delete from need_match_step where match_id = '${id}'`,
  ],
]

test('each trigger refuses what it stands against, and without it the same is written', async () => {
  for (const [guard, first, attempt] of attempts) {
    const made = await aSuggestion(bed.db, now)
    for (const text of first(made)) await run(text)
    await rejects(run(attempt(made)), `${guard.sqlite}: ${attempt(made)}`)
    await withoutGuard(bed, guard, () => doesNotReject(run(attempt(made)), attempt(made)))
  }
})

test('a row says what is true of itself: days, ends and answers', async () => {
  const made = await aSuggestion(bed.db, now)
  const { id: need } = await anEntry(bed.db, 'need', now)
  const entry = (text: string) => run(`update need_offer set ${text} where id = '${need}'`)
  const match = (text: string) => run(`update need_match set ${text} where id = '${made.id}'`)
  for (const wrong of [
    `until_day = '2026-11-30'`,
    `words = '{}'`,
    `kind = 'cake'`,
    `ended_at = '${now}'`,
    `ended_because = 'met'`,
    `ended_at = '${now}', ended_because = 'taken-down'`,
    `reason = 'varför'`,
  ])
    await rejects(entry(wrong), wrong)
  for (const wrong of [
    `need_said = 'yes'`,
    `offer_said_at = '${now}'`,
    `${said('need')}, introduced_at = '${now}'`,
    `${said('need')}, offer_said = 'no', offer_said_at = '${now}', introduced_at = '${now}'`,
    `asked_at = '${now}'`,
    `points = 101`,
  ])
    await rejects(match(wrong), wrong)
  await run(introduced(made))
  for (const led of ['partnership_id', 'event_id'])
    await rejects(
      run(`insert into need_match_step (match_id, number, kind, side, at, ${led})
        values ('${made.id}', 1, 'met', 'need', '${now}', 'x')`),
    )
})
