import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { transact } from '#platform/db.ts'
import { instantAt } from '#platform/time.ts'
import { anEvent, aSignUp } from '../../test/cast.ts'
import { firstNoon, freshWorld, type World } from '../../test/world.ts'
import { eventWithId, type ProgrammeEvent } from './events.sql.ts'
import { writeLetters } from './sign-up/letters.ts'
import type { LetterKind } from './sign-up/sign-up.mail.ts'
import { signUpsWithIds } from './sign-up/sign-ups.sql.ts'
import type { Db } from './tables.ts'

let world: World
before(async () => void (world = await freshWorld()))
after(() => world.close())

const db = (): Db => world.database.as()
const organizer = { name: 'Malmöandan', email: 'hej@example.org' }
const letters = { now: firstNoon, url: (_: string, path: string) => `https://x.example${path}`, organizer }

/** What a calendar that knows nothing of us reads: which entry, how it is meant, and from when until when. */
function read(ics: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(ics ?? ''))
  const zone = new ICAL.Timezone({
    component: calendar.getFirstSubcomponent('vtimezone') ?? undefined,
    tzid: 'Europe/Stockholm',
  })
  ICAL.TimezoneService.register(zone)
  const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  const value = (name: string): string => String(entry.component.getFirstPropertyValue(name))
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    ...{ uid: entry.uid, sequence: entry.sequence, status: value('status') },
    ...{ organizer: value('organizer'), attendee: value('attendee') },
    times: [entry.startDate, entry.endDate].map((time) => time.toJSDate().toISOString()),
  }
}

/** The entry in the newest mail to an address. */
async function entryFor(address: string) {
  const mail = (await world.mails()).findLast((one) => one.to_address === address)
  ok(mail?.calendar, `an entry for ${address}`)
  return read(mail.calendar)
}

const nights = [
  ['2027-03-27', '23:00', '2027-03-28', '04:30'],
  ['2027-03-28', '07:00', '2027-03-28', '08:00'],
  ['2026-10-24', '22:00', '2026-10-25', '05:00'],
  ['2026-10-25', '07:30', '2026-10-25', '09:00'],
] as const

test('a guest’s calendar gets the entry, the change and the end of it, whatever night it is', async () => {
  for (const [from, start, to, end] of nights) {
    const times = { starts_at: instantAt(from, start), ends_at: instantAt(to, end) }
    const id = await anEvent(world.database, times.starts_at, times)
    const bringer = await aSignUp(world.database, id, { email: `amina@${id}.example.org` })
    const guest = await aSignUp(world.database, id, { email: `bo@${id}.example.org`, brought_by: bringer })
    const entries = []
    for (const address of [`amina@${id}.example.org`, `bo@${id}.example.org`]) {
      const mine = address.startsWith('bo') ? guest : bringer
      const told = async (kind: LetterKind, change: Partial<ProgrammeEvent>, sequence: number) => {
        const event = await eventWithId(db(), id)
        const signUps = (await signUpsWithIds(db(), [mine])).map((one) => ({ ...one, sequence }))
        ok(event)
        await transact(db(), (tx) =>
          writeLetters(tx, kind, { event: { ...event, ...change }, signUps, letters }),
        )
        return entryFor(address)
      }
      entries.push([
        await told(mine === guest ? 'brought' : 'signed-up', {}, 0),
        await told('changed', { sequence: 1, place_name: 'Kranhallen' }, 0),
        await told('called-off', { sequence: 2, cancelled_at: firstNoon }, 0),
      ])
      const same = {
        uid: `${id}@malmoandan`,
        organizer: 'mailto:hej@example.org',
        attendee: `mailto:${address}`,
      }
      const all = { ...same, times: [times.starts_at, times.ends_at] }
      deepEqual(entries.at(-1), [
        { ...all, method: 'REQUEST', sequence: 0, status: 'CONFIRMED' },
        { ...all, method: 'REQUEST', sequence: 1, status: 'CONFIRMED' },
        { ...all, method: 'CANCEL', sequence: 2, status: 'CANCELLED' },
      ])
      const back = await told('given-back', {}, 1)
      deepEqual([back.method, back.sequence, back.uid], ['CANCEL', 1, `${id}@malmoandan`])
    }
    equal(entries.length, 2)
  }
})

test('whoever subscribes reads the same times in the feed', async () => {
  const visitor = await world.visitor()
  const { html } = await visitor.open('/sv/calendar.ics')
  const calendar = new ICAL.Component(ICAL.parse(html))
  const read = calendar
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one).startDate.toJSDate().toISOString())
  for (const [from, start] of nights.filter(([from]) => from > '2026-11'))
    ok(read.includes(instantAt(from, start)), `${from} ${start}`)
})
