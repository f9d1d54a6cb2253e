import type { DbOf } from './handle.ts'
import { deepEqual, equal, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { transact } from './db.ts'
import { type LimitTables, withinLimits, withinLimitsEach } from './limits.ts'
import { type Mail, type MailTables, queueMails, textIn } from './mail/index.ts'
import { recordAll, type RecordTables } from './record.ts'

type Tables = LimitTables & MailTables & RecordTables

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())
const db = (): DbOf<Tables> => bed.db.as<Tables>()

test('many things that happened are read back as they were, in their order', async () => {
  const details = [
    { said: 'Å "så" \\ \u2028 🙂' },
    { number: 1.5, list: [1, null], nested: { is: true } },
    {},
  ]
  const happenings = details.map((detail) => ({ what: 'tried', by: null, about: 'many', at: now, detail }))
  await transact(db(), (tx) => recordAll(tx, happenings))
  const rows = await db()
    .selectFrom('record')
    .select(['at', 'what', 'by_person', 'about', 'detail'])
    .where('about', '=', 'many')
    .orderBy('id')
    .execute()
  deepEqual(
    rows,
    details.map((detail) => ({ at: now, what: 'tried', by_person: null, about: 'many', detail })),
  )
})

test('nothing is added for nobody, and nothing outside a transaction on SQLite', async () => {
  deepEqual(await transact(db(), (tx) => recordAll(tx, [])), [])
  if (bed.engine === 'postgres') return
  await rejects(recordAll(db(), [{ what: 'tried', by: null, about: 'x', at: now }]), /within a transaction/)
})

test('of many mails at once those with a key that is known are written once only', async () => {
  const mail = (to: string, key?: string): Mail => ({
    ...{ to, language: 'sv', subject: 'Hej', body: { paragraphs: ['Välkommen'], why: 'Du bad om det.' } },
    ...(key && { key }),
  })
  const write = (mails: Mail[]) => transact(db(), (tx) => queueMails(tx, mails, now))
  await write([mail('a@x.example', 'once'), mail('b@x.example'), mail('c@x.example', 'once')])
  await write([mail('d@x.example', 'once'), mail('e@x.example')])
  const rows = await db().selectFrom('mail').selectAll().orderBy('id').execute()
  deepEqual(
    rows.map((row) => [row.to_address, row.state, textIn(row).split('\n')[0]]),
    ['a', 'b', 'e'].map((name) => [`${name}@x.example`, 'waiting', 'Välkommen']),
  )
})

test('attempts counted together are judged as one after another', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 20 }),
      async (attempts) => {
        round += 1
        const limitsIn = (place: string) =>
          attempts.map(([network, address]) => [
            { key: `${place} ${round} network ${network}`, max: 4, windowSeconds: 60 },
            { key: `${place} ${round} address ${address}`, max: 2, windowSeconds: 3600 },
          ])
        const middle = Math.floor(attempts.length / 2)
        const together = limitsIn('together')
        const judged = await transact(db(), async (tx) => [
          ...(await withinLimitsEach(tx, together.slice(0, middle), now)),
          ...(await withinLimitsEach(tx, together.slice(middle), now)),
        ])
        const alone: boolean[] = []
        for (const limits of limitsIn('alone')) alone.push(await withinLimits(db(), limits, now))
        deepEqual(judged, alone)
      },
    ),
    { numRuns: 40 },
  )
  const counts = db().selectFrom('limit_count').select('count').where('key', 'like', 'together %')
  const others = db().selectFrom('limit_count').select('count').where('key', 'like', 'alone %')
  const sum = async (query: typeof counts) =>
    (await query.execute()).reduce((total, { count }) => total + count, 0)
  equal(await sum(counts), await sum(others))
})
