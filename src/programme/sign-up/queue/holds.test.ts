import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { MailTables } from '#platform/mail/index.ts'
import { type Instant, localTime, plus } from '#platform/time.ts'
import { type FreshDatabase, freshDatabase } from '../../../../test/bed.ts'
import { anEvent, aRequest, aSignUp } from '../../../../test/cast.ts'
import { lettersAt } from '../../../../test/letters.ts'
import type { Db, SignUpRow } from '../../tables.ts'
import { confirmSignUp } from '../own-page/confirm-sign-up.ts'
import { endHolds } from './end-holds.ts'
import { giveSeatBack } from '../own-page/give-seat-back.ts'
import { signUp } from '../sign-up.ts'

const now = '2026-11-23T11:00:00.000Z'
const later = (minutes: number): Instant => plus(now, { minutes })
let bed: FreshDatabase
let db: Db
before(async () => {
  bed = await freshDatabase()
  db = bed.db.as()
})
after(() => bed.close())

let events = 0
/** An event of its own, and people whose addresses are of that event alone. */
async function meeting(capacity: number) {
  const id = await anEvent(bed.db, plus(now, { days: 10 }), { capacity })
  const host = `event-${(events += 1)}.example.org`
  const address = (name: string): string => `${name.toLowerCase()}@${host}`
  const mails = bed.db.as<MailTables>()
  const rows = (): Promise<SignUpRow[]> =>
    db.selectFrom('sign_up').selectAll().where('event_id', '=', id).orderBy('id').execute()
  const come = (
    name: string,
    given: Parameters<typeof aRequest>[1] = {},
    isKnown = false,
    at: Instant = now,
  ) => signUp(db, id, aRequest(name, { email: address(name), ...given }, isKnown), lettersAt(at))
  const rowOf = async (name: string): Promise<SignUpRow> => {
    const row = (await rows()).findLast(({ email }) => email === address(name))
    if (!row) throw new Error(`nobody called ${name}`)
    return row
  }
  return {
    ...{ id, address, rows, come, rowOf },
    confirm: async (name: string, at: Instant) => confirmSignUp(db, await rowOf(name), lettersAt(at)),
    states: async () => (await rows()).map(({ state }) => state),
    /** What was mailed to somebody, without the name of the event. */
    mailsTo: async (name: string): Promise<string[]> => {
      const to = mails.selectFrom('mail').select('subject').where('to_address', '=', address(name))
      return (await to.orderBy('id').execute()).map(({ subject }) => subject.split(/[:,]/)[0] ?? '')
    },
    send: () =>
      mails
        .updateTable('mail')
        .set({ state: 'sent', sent_at: now })
        .where('to_address', 'like', `%@${host}`)
        .execute(),
  }
}

test('a hold whose mail still waits for the mail server goes on, for a day at most', async () => {
  const { come, states, rowOf } = await meeting(1)
  await come('Ada')
  for (let minutes = 30; minutes < 24 * 60; minutes += 30) {
    await endHolds(db, lettersAt(later(minutes)))
    equal((await rowOf('Ada')).held_until, later(minutes + 30))
  }
  await endHolds(db, lettersAt(later(24 * 60)))
  deepEqual(await states(), ['cancelled'])
})

test('a hold whose mail was sent ends in time, nobody is mailed about it, and the seat goes to who waits', async () => {
  const { come, states, send, mailsTo } = await meeting(1)
  await come('Ada')
  await come('Bea', {}, true, later(1))
  await send()
  await endHolds(db, lettersAt(later(29)))
  deepEqual(await states(), ['held', 'waiting'])
  await endHolds(db, lettersAt(later(30)))
  deepEqual(await states(), ['cancelled', 'offered'])
  deepEqual(await mailsTo('Ada'), ['Bekräfta din plats'])
})

test('who confirms too late gets a seat while there is one, else the last place, and twice changes nothing', async () => {
  const { come, states, send, confirm, rowOf, mailsTo } = await meeting(2)
  await come('Ada')
  await come('Bea')
  await send()
  await endHolds(db, lettersAt(later(31)))
  equal(await confirm('Ada', later(40)), null)
  await come('Cia', {}, true, later(41))
  await come('Dan', {}, true, later(42))
  equal(await confirm('Bea', later(43)), null)
  deepEqual(await states(), ['seat', 'waiting', 'seat', 'waiting'])
  const bea = await rowOf('Bea')
  equal(bea.queued_at, later(43), 'behind Dan, who came meanwhile')
  for (const name of ['Ada', 'Bea']) equal(await confirm(name, later(50)), null)
  deepEqual(await rowOf('Bea'), bea)
  deepEqual(await mailsTo('Ada'), ['Bekräfta din plats', 'Du har en plats'])
})

test('who gave the seat back cannot confirm it again, and who signed up anew has one seat', async () => {
  const { come, states, send, confirm, rowOf } = await meeting(5)
  await come('Ada')
  await giveSeatBack(db, await rowOf('Ada'), lettersAt(later(1)))
  equal(await confirm('Ada', later(2)), 'already-cancelled')
  await come('Bea')
  await send()
  await endHolds(db, lettersAt(later(31)))
  const old = await rowOf('Bea')
  await come('Bea', {}, true, later(40))
  equal(await confirmSignUp(db, old, lettersAt(later(41))), 'signed-up-anew')
  deepEqual(await states(), ['cancelled', 'cancelled', 'seat'])
})

test('companions with an address are mailed only once it is confirmed, and once', async () => {
  const { come, confirm, mailsTo, address, states } = await meeting(5)
  const companions = [
    { name: 'Bea', email: address('Bea') },
    { name: 'Cia', email: null },
  ]
  await come('Ada', { seats: 4, companions })
  deepEqual(await states(), ['held', 'held', 'held', 'held'])
  deepEqual(await mailsTo('Bea'), [])
  // Bea comes by herself too: she gets a link to the seat that is hers already, and says yes there.
  await come('Bea', {}, false, later(1))
  equal(await confirm('Bea', later(2)), null)
  deepEqual(await states(), ['held', 'seat', 'held', 'held'])
  equal(await confirm('Ada', later(3)), null)
  deepEqual(await states(), ['seat', 'seat', 'seat', 'seat'])
  deepEqual(await mailsTo('Bea'), ['Bekräfta din plats', 'Du har en plats'])
})

test('who is offered a seat by the time that a group is confirmed keeps the offer', async () => {
  const { come, confirm, rowOf, address, states } = await meeting(1)
  await come('Eva', {}, true)
  await come('Ada', { seats: 2, companions: [{ name: 'Bea', email: address('Bea') }] }, false, later(1))
  await confirm('Bea', later(2))
  await giveSeatBack(db, await rowOf('Eva'), lettersAt(later(3)))
  deepEqual(await states(), ['cancelled', 'waiting', 'offered'])
  equal(await confirm('Ada', later(4)), null)
  deepEqual(await states(), ['cancelled', 'waiting', 'offered'])
})

test('of a group that confirms too late, those who wait keep their place and who came alone is not doubled', async () => {
  const { come, confirm, send, address, rows } = await meeting(2)
  const companions = ['Bea', 'Cia'].map((name) => ({ name, email: address(name) }))
  await come('Ada', { seats: 3, companions })
  await send()
  await endHolds(db, lettersAt(later(31)))
  await come('Bea', {}, true, later(32))
  equal(await confirm('Ada', later(33)), null)
  const there = (await rows()).filter(({ state }) => state !== 'cancelled')
  deepEqual(
    there.map(({ email, state, queued_at }) => [email, state, queued_at]),
    [
      [address('Ada'), 'seat', later(33)],
      [address('Cia'), 'waiting', now],
      [address('Bea'), 'seat', later(32)],
    ],
  )
})

test('an address that is signed up already gets no second seat by a companion, and the answer does not tell', async () => {
  const [one, other] = [await meeting(9), await meeting(9)]
  await one.come('Bea', {}, true)
  const answers = []
  for (const { come, address } of [one, other]) {
    const form = { seats: 2, companions: [{ name: 'Bea', email: address('Bea') }] }
    for (const given of [form, form, { ...form, name: 'Ada A' }, {}]) {
      const { token: _, ...answer } = { token: '', ...(await come('Ada', given)) }
      answers.push(answer)
    }
  }
  deepEqual(answers.slice(0, 4), answers.slice(4))
  equal((await one.rows()).filter(({ email }) => email === one.address('Bea')).length, 1)
  equal((await one.rows()).length, 2)
})

test('an offer whose mail never left is made anew, by day and with a whole time to answer', async () => {
  const { come, rowOf, states, mailsTo, send } = await meeting(1)
  await come('Ada', {}, true)
  await come('Bea', {}, true, later(1))
  await giveSeatBack(db, await rowOf('Ada'), lettersAt(later(2)))
  equal((await rowOf('Bea')).held_until, later(2 + 24 * 60))
  const night = later(24 * 60 + 11 * 60)
  await endHolds(db, lettersAt(night))
  const bea = await rowOf('Bea')
  deepEqual([bea.state, bea.queued_at, localTime(bea.held_until ?? '')], ['offered', later(1), '12:00'])
  deepEqual(await mailsTo('Bea'), ['Du står på väntelistan', 'En plats är ledig', 'En plats är ledig'])
  await send()
  await endHolds(db, lettersAt(plus(night, { hours: 48 })))
  deepEqual(await states(), ['cancelled', 'cancelled'])
})

test('nobody is told of an offer to an event that is called off, nor is a seat given on', async () => {
  const { id, come, rowOf, states, mailsTo, send } = await meeting(1)
  await come('Ada', {}, true)
  await come('Bea', {}, true, later(1))
  await giveSeatBack(db, await rowOf('Ada'), lettersAt(later(2)))
  await aSignUp(bed.db, id, { state: 'waiting' })
  await send()
  const before = await mailsTo('Bea')
  await db
    .updateTable('event')
    .set({ cancelled_at: later(3) })
    .where('id', '=', id)
    .execute()
  await endHolds(db, lettersAt(later(3 * 24 * 60)))
  deepEqual(await states(), ['cancelled', 'cancelled', 'waiting'])
  deepEqual(await mailsTo('Bea'), before)
})
