import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { UnreadableFile } from './csv-rows.ts'
import { opinionMap, type Wishes } from './opinion-map.ts'
import { readMap } from './read-map.ts'
import { readGroups } from './read-parts.ts'
import { type PolisFiles, readPolis } from './read-polis.ts'

const usage = `npm run opinion-map --silent -- FOLDER [--groups FILE] [--sectors FILE] [--before FILE] [--out FILE] [--second-opinion]

FOLDER holds an export as Polis makes it: votes.csv or participants-votes.csv, and comments.csv if there is one.
--groups   groups that are given instead of looked for: participants-votes.csv, or JSON {"name": [people]}
--sectors  what people take part as: a table with participant and sector (otherwise FOLDER/sectors.csv)
--before   the map printed last time: groups keep their names, and the picture does not flip
--out      where to put the map instead of printing it
--second-opinion  also what is shared by a method that needs no groups`

/** What the command says, and its exit code: 0 for a map, 1 for files that cannot be read, 2 for a command that is not understood. */
export interface Said {
  code: 0 | 1 | 2
  out?: string
  complaint?: string
}

export function opinionMapCommand(args: readonly string[]): Said {
  const asked = understood(args)
  if (!asked) return { code: 2, complaint: usage }
  const { folder, groups, sectors, before, out, hasSecondOpinion } = asked
  try {
    const files = filesIn(folder)
    if (sectors !== undefined) files['sectors.csv'] = read(sectors)
    const last = before === undefined ? null : readMap(before, read(before))
    const wishes: Wishes = { before: last, hasSecondOpinion }
    if (groups !== undefined) wishes.groups = readGroups(groups, read(groups))
    const text = `${JSON.stringify(opinionMap(readPolis(files), wishes), null, 1)}\n`
    if (out === undefined) return { code: 0, out: text }
    writeFileSync(out, text)
    return { code: 0 }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { code: 1, complaint: error.message }
  }
}

type Asked = Record<'groups' | 'sectors' | 'before' | 'out', string | undefined> & {
  folder: string
  hasSecondOpinion: boolean
}

function understood(args: readonly string[]): Asked | null {
  const [file, yes] = [{ type: 'string' }, { type: 'boolean', default: false }] as const
  const options = { groups: file, sectors: file, before: file, out: file, 'second-opinion': yes }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [folder] = positionals
    if (folder === undefined || positionals.length > 1) return null
    const { groups, sectors, before, out } = values
    return { folder, groups, sectors, before, out, hasSecondOpinion: values['second-opinion'] }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const names = ['votes.csv', 'participants-votes.csv', 'comments.csv', 'summary.csv', 'sectors.csv'] as const

function filesIn(folder: string): PolisFiles {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UnreadableFile('is-no-folder', { file: folder })
  const there = names.filter((name) => existsSync(join(folder, name)))
  return Object.fromEntries(there.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

function read(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile()) throw new UnreadableFile('is-missing', { file })
  return readFileSync(file, 'utf8')
}
