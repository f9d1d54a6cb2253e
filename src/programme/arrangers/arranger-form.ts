import * as z from 'zod'
import { organisationsNamed } from '#network/index.ts'
import { type Filled, type Mistakes, optionalLine } from '#platform/form.ts'
import type { Reads } from '../tables.ts'
import { arrangersMax, mistakesIn, type Side, sides } from './arrangers.rules.ts'

export interface SentArranger {
  name: string
  side: Side | null
  /** The id in the directory, if it is there. */
  known: string | null
}

export type ArrangersRead =
  | { ok: true; arrangers: SentArranger[]; recorded: boolean }
  | { ok: false; filled: Filled; mistakes: Mistakes }

/** The lines of the form, from 1. */
export const lineNumbers = Array.from({ length: arrangersMax }, (_, index) => index + 1)

const side = z.enum(sides).nullable().catch(null)
const name = optionalLine(200)

/** Reads the form with its lines; whoever is in the directory is known by any of its names. */
export async function readArrangers(db: Reads, fields: Filled): Promise<ArrangersRead> {
  const lines = lineNumbers.flatMap((number) => {
    const read = name.safeParse(fields[`name_${number}`])
    const typed = read.success ? read.data : null
    if (read.success && typed === null) return []
    return [{ number, name: typed ?? '', tooLong: !read.success, side: side.parse(fields[`side_${number}`]) }]
  })
  const ids = await organisationsNamed(
    db,
    lines.map((line) => line.name),
  )
  const arrangers = lines.map((line) => ({ ...line, known: ids.get(line.name) ?? null }))
  const mistakes: Record<string, string> = {}
  for (const { number, tooLong } of lines) if (tooLong) mistakes[`name_${number}`] = 'platform.form.too-long'
  for (const [index, mistake] of mistakesIn(arrangers)) {
    const number = lines[index]?.number ?? 1
    mistakes[`${mistake === 'side' ? 'side' : 'name'}_${number}`] ??= `arrangers.mistake.${mistake}`
  }
  if (Object.keys(mistakes).length > 0) return { ok: false, filled: fields, mistakes }
  return { ok: true, arrangers, recorded: fields['recorded'] === 'yes' }
}
