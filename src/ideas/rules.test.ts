import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { grouped } from './doubles.rules.ts'
import { headOf, moved, movesToJoin, peopleBehind, refusalToJoin } from './family.rules.ts'
import { heldFor } from './held.rules.ts'
import { daysLate, refusalToSupport, refusalToWithdraw } from './idea.rules.ts'
import { refusalToAnswerAppeal, refusalToAppeal } from './moderation.rules.ts'
import { mayBeTold, newsFor } from './news.rules.ts'
import { answeredIn, howKept } from './promise.rules.ts'
import { looksLikeRobot } from '#platform/robot.rules.ts'

const texts = [
  ['Ring 811218-9876', 'personal-number'],
  ['Ring 19811218 9876 i kväll', 'personal-number'],
  ['81 12 18 - 987 6', 'personal-number'],
  ['811278+9873 är ett samordningsnummer', 'personal-number'],
  ['811218-9877 stämmer inte', null],
  ['Telefon 040-34 10 00, bokning 2026-11-23 12', null],
  ['Vi ska döda er', 'harsh-words'],
  ['You are all idiots', 'harsh-words'],
  ['Sois unos gilipollas', 'harsh-words'],
  ['Packa ner svinnet i en matlåda på Hornsgatan', null],
] as const

for (const [text, why] of texts)
  test(`"${text}" is held for ${why ?? 'nothing'}`, () => equal(heldFor(text), why))

test('numbers of people become dots, and nothing else does', () => {
  deepEqual(withoutPersonalNumbers('A 811218-9876 B 040-341000'), {
    text: 'A ••••••-•••• B 040-341000',
    found: 1,
  })
})

test('a form is a program’s when its hidden field is filled in, or when it came too fast', () => {
  const [openedAt, now] = ['2026-11-23T11:00:00.000Z', '2026-11-23T11:00:04.000Z']
  equal(looksLikeRobot({ trap: '', openedAt, now }), null)
  equal(looksLikeRobot({ trap: 'x', openedAt, now }), 'trap-filled')
  equal(looksLikeRobot({ trap: '', openedAt: now, now }), 'too-fast')
  equal(looksLikeRobot({ trap: '', openedAt: 'never', now }), 'too-fast')
})

test('late answers count as late, and the median is of working days', () => {
  const confirmed_at = '2026-11-23T11:00:00.000Z'
  const dates = ['2026-11-24', '2026-12-07', '2026-12-09']
  const answered = dates.map((date) => {
    const { on, days } = answeredIn(confirmed_at, `${date}T11:00:00.000Z`)
    return { days, late: on > '2026-12-07', count: 1 }
  })
  const open = { overdue: 1, waiting: 0 }
  deepEqual(howKept(answered, open), { inTime: 2, late: 1, ...open, median: 10 })
  deepEqual(howKept([{ days: 3, late: false, count: 2 }, ...answered], open).median, 3)
  deepEqual(howKept([{ days: 3, late: false, count: 1 }, ...answered], open).median, 6.5)
  equal(howKept([], open).median, null)
  equal(answeredIn(confirmed_at, '2026-11-23T23:30:00.000Z').days, 1, 'midnight is where people live')
  const late = {
    ...{ state: 'done' as const, answer_due_on: '2026-12-07', answered_at: '2026-12-09T11:00:00.000Z' },
  }
  equal(daysLate(late, '2027-01-01'), 2)
})

test('nobody is told twice on a date, and supporters hear nothing of what only the author knew', () => {
  equal(
    mayBeTold('2026-11-23T22:30:00.000Z', '2026-11-23T23:30:00.000Z'),
    true,
    'midnight is where people live',
  )
  equal(mayBeTold('2026-11-23T08:00:00.000Z', '2026-11-23T20:00:00.000Z'), false)
  const news = [{ kind: 'shown', at: '2' } as const, { kind: 'done', at: '3' } as const]
  deepEqual(
    newsFor({ kind: 'supporter', since: '1' }, news).map(({ kind }) => kind),
    ['done'],
  )
})

test('a no is appealed once, and answered by the other party', () => {
  equal(refusalToAppeal({ kind: 'refused', appealed: false }), null)
  equal(refusalToAppeal({ kind: 'refused', appealed: true }), 'appealed-already')
  equal(refusalToAppeal({ kind: 'shown', appealed: false }), 'nothing-to-appeal')
  equal(refusalToAnswerAppeal({ decidedByParty: 'city', answered: false }, 'city'), 'own-decision')
  equal(refusalToAnswerAppeal({ decidedByParty: 'city', answered: false }, 'civil-society'), null)
  equal(
    refusalToAnswerAppeal({ decidedByParty: 'city', answered: true }, 'civil-society'),
    'answered-already',
  )
})

test('what is over is not supported, and what carries others is not taken back', () => {
  equal(refusalToSupport({ standing: 'shown', state: 'declined' }), 'not-open')
  equal(refusalToSupport({ standing: 'waiting', state: 'received' }), 'not-open')
  equal(refusalToWithdraw({ standing: 'shown', state: 'received' }, 1), 'has-joined')
  equal(refusalToWithdraw({ standing: 'shown', state: 'done' }, 0), 'cannot-become')
})

test('however ideas are joined and parted, no author and no supporter is lost, and nobody counts twice', () => {
  const size = 7
  const number = fc.integer({ min: 0, max: size - 1 })
  const people = fc.array(fc.tuple(number, fc.integer({ min: 0, max: 9 })), { maxLength: 40 })
  const steps = fc.array(fc.tuple(number, fc.option(number, { nil: null })), { maxLength: 40 })
  fc.assert(
    fc.property(people, steps, (behind, doing) => {
      let ideas = Array.from({ length: size }, (_, id) => ({
        ...{ id: String(id), into_id: null as string | null, standing: 'shown', state: 'received' },
      }))
      const said = [...behind, ...Array.from({ length: size }, (_, id) => [id, 100 + id] as const)]
      const voices = said.map(([idea, who], id) => ({
        ...{ id: String(id), idea_id: String(idea), address_key: `k${who}`, doubled: 0 },
      }))
      for (const [which, into] of doing) {
        const idea = ideas[which]
        if (!idea) continue
        const other = into === null ? null : ideas[into]
        const head = other && ideas.find(({ id }) => id === headOf(other))
        if (head && refusalToJoin(idea, head) === null)
          ideas = moved(ideas, movesToJoin(idea, head.id, ideas))
        else if (into === null) ideas = moved(ideas, [{ id: idea.id, into: null }])
      }
      // Nothing is joined in two steps, so every idea is in one family.
      for (const { into_id } of ideas) equal(ideas.find(({ id }) => id === into_id)?.into_id ?? null, null)
      const heads = ideas.filter(({ into_id }) => into_id === null)
      const families = heads.map(
        ({ id }) => new Set([id, ...ideas.flatMap((one) => (one.into_id === id ? one.id : []))]),
      )
      deepEqual(
        families.flatMap((family) => [...family]).toSorted(),
        ideas.map(({ id }) => id),
      )
      for (const family of families) {
        const keys = new Set(
          voices.filter(({ idea_id }) => family.has(idea_id)).map((one) => one.address_key),
        )
        equal(peopleBehind(family, voices), keys.size)
      }
    }),
  )
})

test('two hundred copies are one line of the queue, and what is different stands alone', () => {
  const copies = Array.from({ length: 200 }, (_, id) => ({
    ...{
      id: String(id),
      text_key: id < 100 ? 'same' : `key ${id}`,
      words: ['billiga', 'klockor', 'rabatt', `nr${id}`],
    },
  }))
  const other = { id: 'x', text_key: 'other', words: ['bänkar', 'parken', 'vila'] }
  deepEqual(
    grouped([...copies, other]).map((group) => group.length),
    [200, 1],
  )
})
