import { z } from 'zod'
import { UnreadableFile } from './csv-rows.ts'
import type { OpinionMap } from './map-shape.ts'

const names = z.array(z.string())

/** What the next map needs to know of this one; the rest is as it was printed. */
const mapOfBefore = z.looseObject({
  format: z.literal(1),
  verdict: z.looseObject({ kind: z.enum(['too-few', 'no-groups', 'groups', 'given']) }),
  wanted: z.number(),
  people: names,
  positions: z.array(z.tuple([z.number(), z.number()])),
  groups: z.array(z.looseObject({ name: z.string(), people: names })),
  known: z.array(z.object({ name: z.string(), people: names })),
})

/** A map that was printed or kept, to be handed in as the map of before. */
export function readMap(file: string, text: string): OpinionMap {
  const begin = text.indexOf('{')
  try {
    return mapOfBefore.parse(JSON.parse(text.slice(Math.max(begin, 0)))) as unknown as OpinionMap
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new UnreadableFile('is-no-map', { file })
    throw error
  }
}
