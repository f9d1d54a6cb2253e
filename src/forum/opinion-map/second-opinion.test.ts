import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { conversationOf } from '../../../test/opinion-map/planted.ts'
import type { Opinion, Vote } from './conversation.ts'
import { opinionMap } from './opinion-map.ts'

/** Two camps: all agree to 0 and 1 and are against 2, the camps differ on 3 to 8, and three people voted on 9. */
function camps(): Vote[] {
  const people = Array.from({ length: 40 }, (_, person) => person)
  const opinionOf = (person: number, statement: number): Opinion => {
    if (statement < 2) return 1
    if (statement === 2) return -1
    return person < 22 === (statement % 2 === 0) ? 1 : -1
  }
  return people.flatMap((person) =>
    Array.from({ length: person < 3 ? 10 : 9 }, (_, statement) => ({
      ...{ person: `p${person}`, statement: String(statement), at: 0 },
      opinion: opinionOf(person, statement),
    })),
  )
}

test('what both camps agree to is shared without knowing the camps, what one of them likes is not', () => {
  const ids = Array.from({ length: 10 }, (_, id) => String(id))
  const found = opinionMap(conversationOf(camps(), ids), { hasSecondOpinion: true }).secondOpinion ?? []
  const saying = (says: string): string[] =>
    found.filter((one) => one.says === says).map(({ statement }) => statement)
  deepEqual(saying('shared').sort(), ['0', '1'])
  deepEqual(saying('rejected'), ['2'])
  deepEqual(saying('open').sort(), ['3', '4', '5', '6', '7', '8'])
  for (const { says, slant } of found)
    ok(says === 'open' ? Math.abs(slant) > 0.2 : Math.abs(slant) < 0.2, says)
})

test('it is only worked out when it is asked for', () => {
  deepEqual(opinionMap(conversationOf(camps(), [])).secondOpinion, null)
})
