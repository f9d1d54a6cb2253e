import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '#platform/root.ts'
import { groupOfEach, likeness } from '../../../test/opinion-map/planted.ts'
import { cellOf, readTable, type Row } from './csv-rows.ts'
import { opinionMap } from './opinion-map.ts'
import { readGroups } from './read-parts.ts'
import { readPolis } from './read-polis.ts'

const folder = join(projectRoot, 'test/opinion-map/known')
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')
const rowsOf = (file: string): readonly Row[] => readTable(file, textOf(file)).rows
const numbersIn = (row: Row): number[] => row.cells.map(Number)

const votes = textOf('participants-votes.csv')
const conversation = readPolis({
  'participants-votes.csv': votes,
  'comments.csv': textOf('comments.csv'),
})
const given = readGroups('participants-votes.csv', votes)
const map = opinionMap(conversation, { groups: given })

function near(found: number | undefined, known: number | undefined, what: string): void {
  ok(Math.abs((found ?? NaN) - (known ?? NaN)) < 1e-8, `${what}: ${found} is not ${known}`)
}

// Either end of a direction may be the upper one.
const sides = [0, 1].map((axis) => {
  const known = rowsOf('figures-of-statements.csv').map((row) => numbersIn(row)[axis + 2] ?? 0)
  const cosine = known.reduce((sum, weight, at) => sum + weight * (map.components[axis]?.[at] ?? 0), 0)
  ok(Math.abs(cosine) > 1 - 1e-12, `direction ${axis}: ${cosine}`)
  return Math.sign(cosine)
})

test('means, directions and the product over the groups are those that are known, statement by statement', () => {
  const rows = rowsOf('figures-of-statements.csv')
  equal(rows.length, map.statements.length)
  for (const [at, row] of rows.entries()) {
    const [id, mean, first, second, product] = numbersIn(row)
    equal(map.statements[at], String(id))
    near(map.means[at], mean, `mean of ${id}`)
    near((map.components[0][at] ?? 0) * (sides[0] ?? 0), first, `first of ${id}`)
    near((map.components[1][at] ?? 0) * (sides[1] ?? 0), second, `second of ${id}`)
    near(map.acrossGroups?.products.agree[at], product, `product of ${id}`)
  }
})

test('everybody stands where they are known to stand, and the same people are placed', () => {
  const placed = new Set(map.placed)
  for (const [at, row] of rowsOf('figures-of-people.csv').entries()) {
    const [id, x, y, isPlaced] = numbersIn(row)
    equal(map.people[at], String(id))
    near((map.positions[at]?.[0] ?? 0) * (sides[0] ?? 0), x, `x of ${id}`)
    near((map.positions[at]?.[1] ?? 0) * (sides[1] ?? 0), y, `y of ${id}`)
    equal(placed.has(String(id)), isPlaced === 1, `${id} is placed`)
  }
})

test('the statements that stand for the published groups are the known ones, in their order, with their figures', () => {
  const found = map.groups.flatMap(({ name, representative }) =>
    representative.map((one) => ({ name, ...one })),
  )
  const rows = rowsOf('representative.csv')
  deepEqual(
    found.map(({ name, statement, side }) => [name, statement, side]),
    rows.map((row) => [0, 1, 2].map((column) => cellOf(row, column))),
  )
  for (const [at, row] of rows.entries()) {
    const { count, votes, share, shareTest, ratio, ratioTest } = found[at] ?? {}
    const known = numbersIn(row).slice(3)
    for (const [index, figure] of [count, votes, share, shareTest, ratio, ratioTest].entries())
      near(figure, known[index], `figure ${index} of row ${at}`)
  }
})

test('what all agree to and are against is what is known', () => {
  const ids = (all: readonly { statement: string }[]): number[] =>
    all.map(({ statement }) => Number(statement))
  deepEqual(ids(map.consensus.agree), [45, 12, 11, 48, 2])
  deepEqual(ids(map.consensus.disagree), [26])
})

test('groups that are looked for are nearly those that were published', () => {
  const cold = opinionMap(conversation)
  equal(cold.verdict.kind, 'groups')
  const published = new Map(
    [...given].flatMap(([name, people]) => people.map((id): [string, string] => [id, name])),
  )
  ok(likeness(groupOfEach(cold.groups), published) > 0.9)
})
