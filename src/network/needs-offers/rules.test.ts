import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isIntroduced, refusalToAnswer, type Said, standingFor } from './answer.rules.ts'
import { mistakeInDays, openMax, refusalToWrite, standingOf } from './entry.rules.ts'
import { mistakeInText } from './free-text.rules.ts'
import { meeting, pointsFor, pointsMin, type Side } from './meet.rules.ts'

const need: Side = {
  ...{ organisation: 'a', kind: 'premises', words: { sv: 'Lokal för läxhjälp' }, about: {} },
  ...{ place: 'Rosengård', theme: 'rooms', from: '2026-12-01', until: '2027-03-01' },
}
const offer: Side = { ...need, organisation: 'b', words: { sv: 'Klubblokal, passar läxhjälp' } }

test('a need and an offer meet when kind, days and something more are the same, and it says why', () => {
  const cases: [Partial<Side>, string[] | null][] = [
    [{}, ['kind', 'days', 'place', 'theme', 'words']],
    [{ place: null }, ['kind', 'days', 'whole-city', 'theme', 'words']],
    [{ place: 'Hyllie', theme: null }, ['kind', 'days', 'words']],
    [{ place: 'Hyllie', theme: null, words: { sv: 'Scen' } }, null],
    [{ place: null, theme: null, words: { sv: 'Scen' } }, null],
    [{ place: ' rosengård ', theme: null, words: { sv: 'Scen' } }, ['kind', 'days', 'place']],
    [{ kind: 'money' }, null],
    [{ from: '2027-03-02', until: '2027-06-01' }, null],
    [{ organisation: 'a' }, null],
    [{ words: { es: 'Local para apoyo escolar' } }, ['kind', 'days', 'place', 'theme']],
  ]
  for (const [change, reasons] of cases) {
    const met = meeting(need, { ...offer, ...change })
    const said = met?.reasons.map(({ reason }) => reason) ?? null
    if (change.place === 'Hyllie' && change.theme === null && !change.words) {
      // Two alike words count ten: sixty, which is too little.
      equal(met, null)
      continue
    }
    deepEqual(said, reasons, JSON.stringify(change))
  }
})

test('points are the sum of the reasons, a hundred at most, and the same whichever way it is asked', () => {
  const { kind, days, daysLong, place, theme, wordsMax } = pointsFor
  equal(kind + days + daysLong + place + theme + wordsMax, 100)
  const side = fc.record({
    ...{ organisation: fc.constantFrom('a', 'b'), kind: fc.constantFrom('premises', 'money') },
    words: fc.record({ sv: fc.constantFrom('Lokal för läxhjälp', 'Scen med ljus', 'Läxhjälp') }),
    about: fc.constant({}),
    place: fc.constantFrom(null, 'Hyllie', 'Husie'),
    theme: fc.constantFrom(null, 'rooms'),
    from: fc.constantFrom('2026-12-01', '2027-01-01'),
    until: fc.constantFrom('2027-01-01', '2027-03-01'),
  }) as fc.Arbitrary<Side>
  fc.assert(
    fc.property(side, side, (one, other) => {
      const met = meeting(one, other)
      if (!met) return
      ok(met.points >= pointsMin && met.points <= 100)
      equal(
        met.points,
        met.reasons.reduce((sum, { points }) => sum + points, 0),
      )
    }),
  )
})

test('one yes is not enough, and a no is never told to the other', () => {
  const all: (Said | null)[] = ['yes', 'no', null]
  for (const mine of all)
    for (const theirs of all) equal(isIntroduced(mine, theirs), mine === 'yes' && theirs === 'yes')
  const seenWith = (theirs: Said | null) =>
    standingFor({ need_said: 'yes', offer_said: theirs, introduced_at: null }, 'need')
  equal(seenWith('no'), seenWith(null))
})

test('a yes is a yes to what was read; a no needs no reading', () => {
  const match = { need_said: null, offer_said: null, introduced_at: null, bothOpen: true }
  const read = { changedAt: '2', seen: '2' }
  equal(refusalToAnswer({ ...match, ...read }, 'yes'), null)
  equal(refusalToAnswer({ ...match, ...read, seen: '1' }, 'yes'), 'changed-meanwhile')
  equal(refusalToAnswer({ ...match, ...read, seen: '1' }, 'no'), null)
  equal(refusalToAnswer({ ...match, ...read, bothOpen: false }, 'yes'), 'no-longer-open')
  equal(refusalToAnswer({ ...match, ...read, introduced_at: '1' }, 'no'), 'introduced-already')
})

test('who may list one more, until when, and how it stands', () => {
  const writing = { address: 'a@example.org', open: 0, isWithinLimit: true }
  equal(refusalToWrite(writing), null)
  equal(refusalToWrite({ ...writing, address: null }), 'no-address')
  equal(refusalToWrite({ ...writing, open: openMax }), 'too-many-open')
  equal(refusalToWrite({ ...writing, isWithinLimit: false }), 'too-many-today')
  equal(mistakeInDays('2026-12-01', '2026-11-30', '2026-11-01'), 'days-in-order')
  equal(mistakeInDays('2026-10-01', '2026-10-31', '2026-11-01'), 'day-is-past')
  equal(mistakeInDays('2026-12-01', '2027-11-02', '2026-11-01'), 'day-too-far')
  equal(mistakeInDays('2026-12-01', '2027-11-01', '2026-11-01'), null)
  equal(standingOf({ until_day: '2026-11-01', ended_at: null }, '2026-11-01'), 'open')
  equal(standingOf({ until_day: '2026-11-01', ended_at: null }, '2026-11-02'), 'asks')
  equal(standingOf({ until_day: '2026-11-09', ended_at: 'x' }, '2026-11-02'), 'ended')
})

test('words that everybody reads hold no number of a person, and no way past the yes of both', () => {
  const cases: [string, ReturnType<typeof mistakeInText>][] = [
    ['Ring Amina på 070-123 45 67', 'contact-data'],
    ['+46 40 12 34 567', 'contact-data'],
    ['amina@example.org', 'contact-data'],
    ['amina (at) example.org', 'contact-data'],
    ['Läs på www.example.org', 'contact-data'],
    ['Född 811218-9876', 'personal-number'],
    ['Lokal för 30 personer, 2 000 kr', null],
    ['Vi söker 150 000 kr', null],
    ['Under 2026–2027, kl. 16.00–18.30', null],
    ['Från 2026-12-01 till 2027-03-01', null],
  ]
  for (const [text, mistake] of cases) equal(mistakeInText(text), mistake, text)
})
