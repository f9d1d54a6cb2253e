import { equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { projectRoot } from '#platform/root.ts'
import { planted } from '../../../test/opinion-map/planted.ts'
import { opinionMapCommand } from './command.ts'
import type { OpinionMap } from './map-shape.ts'
import { writePolis } from './write-polis.ts'

const folder = mkdtempSync(join(tmpdir(), 'opinion-map-'))
after(() => rmSync(folder, { recursive: true }))
const conversation = planted({ groups: [20, 16], statements: 12 })
for (const [name, text] of Object.entries(writePolis(conversation))) writeFileSync(join(folder, name), text)
const mapFrom = (...args: string[]): OpinionMap => JSON.parse(opinionMapCommand(args).out ?? '') as OpinionMap

test('the command prints a map as JSON', () => {
  const ran = spawnSync('node', ['scripts/opinion-map.ts', folder], { cwd: projectRoot, encoding: 'utf8' })
  equal(ran.status, 0, ran.stderr)
  const map = JSON.parse(ran.stdout) as OpinionMap
  equal(map.groups.length, 2)
  equal(map.counts.people, 36)
})

test('groups, sectors and the map of before come from files', () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const people = [...new Set(conversation.votes.map(({ person }) => person))]
  const groups = file('groups.json', JSON.stringify({ x: people.slice(0, 10), y: people.slice(10) }))
  equal(mapFrom(folder, '--groups', groups).groups[0]?.name, 'x')
  const sectors = people.map((id, index) => `${id},${index % 2 === 0 ? 'civil' : 'elected'}`)
  const map = mapFrom(folder, '--sectors', file('told.csv', `participant,sector\n${sectors.join('\n')}\n`))
  equal(map.acrossSectors?.names.join(), 'civil,elected')
  const last = join(folder, 'last.json')
  equal(opinionMapCommand([folder, '--out', last]).out, undefined)
  equal(mapFrom(folder, '--before', last).wanted, 2)
})

const wrong: [string[], 1 | 2, RegExp][] = [
  [[], 2, /FOLDER holds/],
  [['a', 'b'], 2, /FOLDER holds/],
  [[folder, '--colour', 'red'], 2, /FOLDER holds/],
  [['/nowhere'], 1, /\/nowhere: There is no such folder\./],
  [[tmpdir()], 1, /votes\.csv: There is no such file/],
  [[folder, '--groups', '/nowhere.json'], 1, /\/nowhere\.json: There is no such file/],
  [[folder, '--before', join(folder, 'votes.csv')], 1, /votes\.csv: This is no opinion map/],
]

test('what cannot be done is said in a sentence, with an exit code of its own', () => {
  for (const [args, code, complaint] of wrong) {
    const said = opinionMapCommand(args)
    equal(said.code, code, args.join(' '))
    match(said.complaint ?? '', complaint)
    ok(said.out === undefined)
  }
})
