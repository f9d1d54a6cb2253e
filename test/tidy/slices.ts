import type { Source } from './read.ts'

/** Tables by the folder under src/ whose `…Tables` interface lists them. */
export type Owners = Map<string, string>

const folderOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'src'

/** The keys of every `interface XTables { name: … }`, two spaces in. */
function tablesOf({ file, text }: Source): { table: string; folder: string }[] {
  const bodies = text.matchAll(/^export interface \w*Tables\b[^{]*\{\n([\s\S]*?)^\}/gm)
  const tables = [...bodies].flatMap(([, body = '']) => [...body.matchAll(/^ {2}(\w+): /gm)])
  return tables.map(([, table = '']) => ({ table, folder: folderOf(file) }))
}

export function ownersOf(sources: readonly Source[]): { owners: Owners; twice: string[] } {
  const owners: Owners = new Map()
  const twice: string[] = []
  for (const { table, folder } of sources.flatMap(tablesOf)) {
    if (owners.has(table)) twice.push(`${table}: ${owners.get(table)} and ${folder}`)
    owners.set(table, folder)
  }
  return { owners, twice }
}

// The sample year fills every table, and the migrations keep a table of their own about themselves.
const writesWhereItMust = /^src\/(sample\/|platform\/migrate\.ts$)/

/** Every write, by Kysely or in plain SQL, to a table of another slice. */
export function foreignWrites(sources: readonly Source[], owners: Owners): string[] {
  return sources.flatMap(({ file, text }) => {
    if (writesWhereItMust.test(file)) return []
    const byKysely = text.matchAll(
      /\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*['"`](\w+)/g,
    )
    const bySql = text.matchAll(
      /\b(?:insert into|delete from|update)\s+(\w+)\s+(?:\(|where|set|values|as\b)/g,
    )
    return [...byKysely, ...bySql]
      .map(([, table = '']) => table)
      .filter((table) => owners.get(table) !== folderOf(file))
      .map((table) => `${file} writes to ${table}, which belongs to ${owners.get(table) ?? 'nobody'}`)
  })
}

/** Who may let a visitor in. A guard that needs a database is called: `organiser(db)`. */
const guards = new Set(['anyone', 'signedIn', 'coordinator', 'answersForParty', 'organiser'])

export interface Route {
  file: string
  method: string
  address: string
  guard: string
}

/** Every address of a routes.tsx, with the word that stands where the guard must stand. */
export function routesOf({ file, text }: Source): Route[] {
  const rows = text.matchAll(/\.(get|post|put|patch|delete|all)\(\s*(['"`])([^'"`\n]*)\2\s*,\s*([\w.]*)/g)
  return [...rows].map(([, method = '', , address = '', guard = '']) => ({ file, method, address, guard }))
}

export const unguarded = (routes: readonly Route[]): string[] =>
  routes
    .filter(({ guard }) => !guards.has(guard))
    .map(
      ({ file, method, address, guard }) => `${file}: ${method} ${address} names no guard (${guard || '…'})`,
    )

/** Words for files and things that say nothing about what they are. */
const empty = /^(utils?|helpers?|managers?|services?|handlers?|dtos?|common|misc|stuff)$/
const emptyEnding = /(Utils?|Helpers?|Manager|Service|Handler|Dto|DTO)$/

export function bannedNames({ file, text }: Source): string[] {
  const inPath = file.split(/[/.-]/).filter((word) => empty.test(word))
  const declared = text.matchAll(
    /\b(?:const|let|function|class|interface|type)\s+(\w+)\s*(?:[=(<{:]|extends)/g,
  )
  const inText = [...declared]
    .map(([, name = '']) => name)
    .filter((name) => emptyEnding.test(name) || empty.test(name))
  return [...inPath, ...inText].map((name) => `${file}: ${name}`)
}

// The platform meets the machine, and so do the few files beside it that make up the process.
const mayAskTheMachine = /^src\/(platform\/|[^/]+\.tsx?$)/

/** The time, chance and the environment are arguments; elsewhere nobody asks the machine for them. */
export function askingTheMachine({ file, text }: Source): string[] {
  if (mayAskTheMachine.test(file)) return []
  const asks = text.matchAll(
    /new Date\(\)|Date\.now\(|Math\.random\(|Temporal\.Now|process\.env|randomUUID\(|systemClock/g,
  )
  return [...asks].map(([what]) => `${file}: ${what}`)
}
