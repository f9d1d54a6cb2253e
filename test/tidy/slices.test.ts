import { deepEqual, ok } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { files, program, read, root, textOf } from './read.ts'
import { askingTheMachine, bannedNames, foreignWrites, ownersOf, routesOf, unguarded } from './slices.ts'

const slices = [...new Set(files('src/*/*').map((file) => file.split('/')[1] ?? ''))]
const owning = ownersOf(program())

test('every slice says in a README of 60 lines at most what it promises and where its rules are', () => {
  ok(slices.length > 5)
  for (const slice of slices) {
    const place = `src/${slice}/README.md`
    ok(existsSync(join(root, place)), `${place} is missing`)
    const length = textOf(place).trimEnd().split('\n').length
    ok(length <= 60, `${place} has ${length} lines`)
  }
})

test('every table has one owner, and every table of the migrations has one', () => {
  deepEqual(owning.twice, [])
  const made = read('migrations/*.sql').flatMap(({ text }) =>
    [...text.matchAll(/^create table (?:if not exists )?(\w+)/gm)].map(([, table = '']) => table),
  )
  ok(made.length > 10)
  deepEqual([...new Set(made)].sort(), [...owning.owners.keys()].sort())
})

test('a slice writes only its own tables', () => {
  deepEqual(foreignWrites(program(), owning.owners), [])
})

test('every address says who may enter', () => {
  const routes = read('src/**/*routes.tsx').flatMap(routesOf)
  ok(routes.length > 10)
  deepEqual(unguarded(routes), [])
})

test('addresses stand in files of routes and nowhere else', () => {
  const others = program().filter(({ file }) => !/routes\.tsx?$|^src\/(platform\/|app\.tsx$)/.test(file))
  deepEqual(
    others.filter(({ text }) => /\broutes\(\)|new Hono\b/.test(text)).map(({ file }) => file),
    [],
  )
})

test('nothing is called by a word that says nothing', () => {
  deepEqual(read('{src,test,scripts}/**/*.{ts,tsx}').filter(isOurs).flatMap(bannedNames), [])
})

test('the time, chance and the environment come in as arguments', () => {
  deepEqual(program().flatMap(askingTheMachine), [])
})

test('nothing is left to do in the files', () => {
  const all = read(
    '{src,scripts,migrations,words,styles,docs,.ci}/**/*.{ts,tsx,sql,json,css,md}',
    '*.{md,json,jsonc}',
  )
  const marks = all
    .filter(({ file }) => file !== 'package-lock.json')
    .filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text))
  deepEqual(
    marks.map(({ file }) => file),
    [],
  )
})

/** Files that are longer than the house allows, why, and how long. A number here may fall and never rise. */
const longer: Record<string, number> = {}

test('files keep to 200 lines, and tests to 300', () => {
  const long: Record<string, number> = {}
  for (const { file, text } of read('{src,test,scripts}/**/*.{ts,tsx}').filter(isOurs)) {
    const length = text.trimEnd().split('\n').length
    if (length > (/\.test\.tsx?$/.test(file) ? 300 : 200)) long[file] = length
  }
  deepEqual(long, longer)
})

function isOurs({ file }: { file: string }): boolean {
  return !/^test\/boundaries\/(src|lint|made|test|runs)\//.test(file)
}

test('the checks themselves find a foreign write, an open door, an empty name and a hidden clock', () => {
  const source = (file: string, text: string): { file: string; text: string } => ({ file, text })
  const tables = source(
    'src/plan/tables.ts',
    'export interface PlanTables {\n  goal: {\n    id: string\n  }\n  plan: X\n}\n',
  )
  const { owners } = ownersOf([tables])
  deepEqual([...owners], Object.entries({ goal: 'plan', plan: 'plan' }))
  deepEqual(ownersOf([tables, { ...tables, file: 'src/news/tables.ts' }]).twice.length, 2)
  const writing = (file: string): string[] =>
    foreignWrites([source(file, "tx.insertInto('goal').values(x); sql`update plan set a = 1`")], owners)
  deepEqual(writing('src/plan/a.sql.ts'), [])
  deepEqual(writing('src/sample/a.sql.ts'), [])
  deepEqual(writing('src/news/a.sql.ts').length, 2)
  const rows = routesOf(
    source('routes.tsx', ".get('/a', anyone, x)\n.post('/b', organiser(db), x)\n.post('/c', async (c) => 1)"),
  )
  deepEqual(unguarded(rows), ['routes.tsx: post /c names no guard (async)'])
  const said = 'Manager'
  deepEqual(bannedNames(source('src/plan/goal-utils.ts', `class Plan${said} {}`)).length, 2)
  deepEqual(askingTheMachine(source('src/plan/a.ts', 'const now = new Date()')), [
    'src/plan/a.ts: new Date()',
  ])
})
