import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm, type Filled } from '#platform/form.ts'
import { EventForm } from './event-form.ts'

const filled: Filled = {
  series: 'malmo-hour',
  'title.sv': 'Malmötimmen  om lek',
  'title.en': '',
  'lead.es': 'Ven a escuchar.',
  place_name: 'Biblioteket',
  spoken: ['sv', 'es'],
  date: '2026-12-03',
  starts: '12:00',
  ends: '13:00',
  capacity: '40',
}
const check = (change: Filled) => checkForm({ ...filled, ...change }, EventForm)
const mistakesOf = (change: Filled) => {
  const answer = check(change)
  return answer.ok ? {} : answer.mistakes
}
const only = (field: string, key: string) => ({ [field]: `programme.edit.mistake.${key}` })

test('local times become moments, summer and winter', () => {
  const winter = check({ doors: '11:30', last_day: '2026-12-01' })
  ok(winter.ok)
  equal(winter.value.doors_at, '2026-12-03T10:30:00.000Z')
  equal(winter.value.starts_at, '2026-12-03T11:00:00.000Z')
  // Through the whole of the last day.
  equal(winter.value.sign_up_closes_at, '2026-12-01T23:00:00.000Z')
  deepEqual(winter.value.title, { sv: 'Malmötimmen om lek' })
  const summer = check({ date: '2026-06-03' })
  ok(summer.ok)
  equal(summer.value.starts_at, '2026-06-03T10:00:00.000Z')
  equal(summer.value.sign_up_closes_at, summer.value.starts_at)
})

test('sign-up never closes after the event has begun', () => {
  const answer = check({ last_day: '2026-12-03' })
  ok(answer.ok)
  equal(answer.value.sign_up_closes_at, answer.value.starts_at)
})

test('a time in the hour that clocks skip is refused kindly; of a doubled hour it is the first', () => {
  deepEqual(
    mistakesOf({ date: '2027-03-28', starts: '02:30', ends: '05:00' }),
    only('starts', 'time-does-not-exist'),
  )
  deepEqual(mistakesOf({ date: '2027-03-28', starts: '03:00', ends: '05:00' }), {})
  const twice = check({ date: '2026-10-25', starts: '02:30', ends: '05:00' })
  ok(twice.ok)
  equal(twice.value.starts_at, '2026-10-25T00:30:00.000Z')
  // An evening that ends in the skipped hour of the next day.
  const over = { date: '2027-03-27', starts: '20:00', end_date: '2027-03-28', ends: '02:30' }
  deepEqual(mistakesOf(over), only('ends', 'time-does-not-exist'))
})

test('times that contradict each other are mistakes of their fields', () => {
  deepEqual(mistakesOf({ ends: '12:00' }), only('ends', 'ends-before-it-starts'))
  deepEqual(mistakesOf({ doors: '12:01' }), only('doors', 'doors-after-start'))
  deepEqual(mistakesOf({ end_date: '2026-12-30' }), only('end_date', 'too-long'))
  deepEqual(mistakesOf({ last_day: '2026-12-04' }), only('last_day', 'last-day-after'))
})

test('an event is somewhere, in some language, for somebody', () => {
  deepEqual(mistakesOf({ place_name: '' }), only('place_name', 'nowhere'))
  deepEqual(mistakesOf({ place_name: '', online_url: 'https://meet.example.org/a' }), {})
  deepEqual(mistakesOf({ 'title.sv': ' ' }), only('title.sv', 'title'))
  deepEqual(mistakesOf({ spoken: [] }), only('spoken', 'spoken'))
  deepEqual(mistakesOf({ capacity: '0' }), only('capacity', 'capacity'))
  deepEqual(mistakesOf({ capacity: 'forty' }), only('capacity', 'capacity'))
  deepEqual(mistakesOf({ online_url: 'javascript:alert(1)' }), only('online_url', 'online-url'))
})

test('organisers are read one per line, with or without a name', () => {
  const answer = check({ organisers: 'Amina <AMINA@example.org>\r\n\r\nbo@example.org\n' })
  ok(answer.ok)
  deepEqual(answer.value.organisers, [
    { name: 'Amina', email: 'amina@example.org' },
    { name: '', email: 'bo@example.org' },
  ])
  deepEqual(mistakesOf({ organisers: 'Amina' }), only('organisers', 'organisers'))
})
