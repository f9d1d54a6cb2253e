import { byId } from './conversation.ts'
import { cellOf, columnOf, readTable, UnreadableFile } from './csv-rows.ts'

/** What each person takes part as: a column `participant` and a column `sector`. */
export const readSectors = (file: string, text: string): Map<string, string> =>
  partOfPeople(file, text, ['sector'])

/**
 * Groups that somebody else has made: a table with `participant` and `group-id`, as Polis publishes it, or JSON with a list of people
 * for each name.
 */
export function readGroups(file: string, text: string): Map<string, string[]> {
  if (/^\s*\{/.test(text)) return groupsInJson(file, text)
  const groups = new Map<string, string[]>()
  for (const [person, group] of partOfPeople(file, text, ['group-id', 'group']))
    groups.set(group, [...(groups.get(group) ?? []), person])
  return new Map([...groups].sort(([a], [b]) => byId(a, b)))
}

/** Whoever has an empty cell is in no part. */
function partOfPeople(file: string, text: string, names: string[]): Map<string, string> {
  const table = readTable(file, text)
  const person = columnOf(table, 'participant', 'voter-id', 'participant-id', 'pid')
  const part = columnOf(table, ...names)
  const parts = table.rows.map((row): [string, string] => [cellOf(row, person), cellOf(row, part)])
  return new Map(parts.filter(([id, name]) => id !== '' && name !== ''))
}

function groupsInJson(file: string, text: string): Map<string, string[]> {
  const found = parsedJson(text)
  if (typeof found !== 'object' || found === null) throw new UnreadableFile('is-no-group-list', { file })
  return new Map(
    Object.entries(found).map(([name, people]) => {
      if (!Array.isArray(people)) throw new UnreadableFile('is-no-group-list', { file, found: name })
      return [name, people.map(String)]
    }),
  )
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
