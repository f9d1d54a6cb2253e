import type { DbOf, ReadsOf, TxOf } from './handle.ts'
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { plus } from '#platform/time.ts'
import { anEvent } from '../../test/cast.ts'
import { type FreshDatabase, freshDatabase } from '../../test/bed.ts'
import { decide, decideTogether, transact } from './db.ts'

interface Tables {
  event: { id: string; place_name: string }
}
interface Visitor {
  name: string
  fails: boolean
}

const now = '2026-11-23T11:00:00.000Z'
let bed: FreshDatabase
before(async () => void (bed = await freshDatabase()))
after(() => bed.close())

const db = (): DbOf<Tables> => bed.db.as<Tables>()
const newEvent = (): Promise<string> => anEvent(bed.db, plus(now, { days: 7 }), { place_name: '' })

async function guests(handle: ReadsOf<Tables>, event: string): Promise<string[]> {
  const row = handle.selectFrom('event').select('place_name').where('id', '=', event)
  return (await row.executeTakeFirstOrThrow()).place_name.split(' ').filter(Boolean)
}

/** Writes the visitors on the guest list, which stands in the event, and tells each their number on it. */
function guestList(event: string, calls: number[] = []) {
  return async (tx: TxOf<Tables>, visitors: readonly Visitor[]): Promise<number[]> => {
    calls.push(visitors.length)
    const known = await guests(tx, event)
    const place_name = [...known, ...visitors.map(({ name }) => name)].join(' ')
    await tx.updateTable('event').set({ place_name }).where('id', '=', event).execute()
    const failing = visitors.find(({ fails }) => fails)
    if (failing) throw new Error(`${failing.name} fails`)
    return visitors.map((_, index) => known.length + index + 1)
  }
}

test('those who come in the same instant are handed over together, and each gets an answer of their own', async () => {
  const [event, calls] = [await newEvent(), [] as number[]]
  const work = guestList(event, calls)
  const names = Array.from({ length: 64 }, (_, index) => `v${index}`)
  const answers = await Promise.all(
    names.map((name) => decideTogether(db(), 'event', event, { name, fails: false }, work)),
  )
  deepEqual(
    answers,
    names.map((_, index) => index + 1),
  )
  deepEqual(await guests(db(), event), names)
  deepEqual(calls, [64])
})

test('alone or together, everybody is decided in the order they came, and whoever fails does so alone', async () => {
  const visitor = fc.record({ isAlone: fc.boolean(), fails: fc.nat(5).map((number) => number === 0) })
  await fc.assert(
    fc.asyncProperty(fc.array(visitor, { minLength: 1, maxLength: 30 }), async (visitors) => {
      const event = await newEvent()
      const work = guestList(event)
      const results = await Promise.allSettled(
        visitors.map(async ({ isAlone, fails }, index) => {
          const request = { name: `v${index}`, fails }
          if (!isAlone) return decideTogether(db(), 'event', event, request, work)
          const [answer] = await decide(db(), 'event', event, (tx) => work(tx, [request]))
          return answer
        }),
      )
      const list = await guests(db(), event)
      const expected = visitors.flatMap(({ fails }, index) => (fails ? [] : [`v${index}`]))
      deepEqual(list, expected)
      for (const [index, result] of results.entries()) {
        const name = `v${index}`
        if (result.status === 'fulfilled') equal(result.value, list.indexOf(name) + 1)
        else match(String(result.reason), new RegExp(`Error: ${name} fails$`))
      }
    }),
    { numRuns: 40 },
  )
})

test('within a transaction a request is decided there and then', async () => {
  const event = await newEvent()
  const request = { name: 'inside', fails: false }
  const attempt = transact(db(), async (tx) => {
    equal(await decideTogether(tx, 'event', event, request, guestList(event)), 1)
    throw new Error('everything is undone')
  })
  await rejects(attempt, /everything is undone/)
  deepEqual(await guests(db(), event), [])
})

test('two processes that decide together about one event lose nothing of each other', async () => {
  const event = await newEvent()
  const other = db().withoutPlugins()
  const work = guestList(event)
  const attempts = Array.from({ length: 80 }, (_, index) =>
    decideTogether(index % 2 ? db() : other, 'event', event, { name: `v${index}`, fails: false }, work),
  )
  const numbers = await Promise.all(attempts)
  deepEqual(
    numbers.toSorted((a, b) => a - b),
    attempts.map((_, index) => index + 1),
  )
  equal((await guests(db(), event)).length, 80)
})

test('work that forgets somebody is undone', async () => {
  const event = await newEvent()
  const work = guestList(event)
  const forgetful = async (tx: TxOf<Tables>, visitors: readonly Visitor[]) =>
    (await work(tx, visitors)).slice(1)
  const attempt = (name: string) => decideTogether(db(), 'event', event, { name, fails: false }, forgetful)
  const results = await Promise.allSettled([attempt('a'), attempt('b')])
  ok(results.every((result) => result.status === 'rejected'))
  deepEqual(await guests(db(), event), [])
})
