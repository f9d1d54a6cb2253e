import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Conversation } from '../../../src/forum/opinion-map/conversation.ts'
import { readGroups } from '../../../src/forum/opinion-map/read-parts.ts'
import { readPolis } from '../../../src/forum/opinion-map/read-polis.ts'

/** A published conversation, its published groups, and figures that somebody else worked out, if there are any. */
export interface Published {
  name: string
  conversation: Conversation
  groups: Map<string, string[]>
  known: Known | null
}

export interface Known {
  projection: [number, number][]
  comps: [number[], number[]]
  repness: Record<string, { tid: number; f: string; rt: number; p: number }[]>
  consensus: { agree: number[]; disagree: number[] }
  groupAwareConsensus: Record<string, number>
}

const bundled = join(import.meta.dirname, '../../opinion-map/known')

/** Every folder with votes in it, under the folder that is named; without one the conversation that the tests bring. */
export function publishedIn(folder: string | undefined): Published[] {
  if (folder === undefined) return [published(bundled)]
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && existsSync(join(folder, one.name, 'votes.csv')))
    .map((one) => published(join(folder, one.name)))
}

function published(folder: string): Published {
  const read = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined
  const names = ['votes.csv', 'participants-votes.csv', 'comments.csv', 'summary.csv'] as const
  const people = read('participants-votes.csv')
  const known = read('expected.json')
  return {
    name: basename(folder),
    conversation: readPolis(Object.fromEntries(names.map((name) => [name, read(name)]))),
    groups: people === undefined ? new Map() : readGroups('participants-votes.csv', people),
    known: known === undefined ? null : (JSON.parse(known) as Known),
  }
}
