import * as z from 'zod'
import { optionalParagraphs } from '#platform/form.ts'

const textMax = 4000

/** Parties are ticked; of boxes that nobody ticks, forms send nothing. */
export const tickedParties = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string()),
)

/** Organisations are typed, one on each line: the directory is too long to tick in. */
export const organisationNames = optionalParagraphs(textMax).transform((text) =>
  (text ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean),
)

interface Owning {
  parties: readonly string[]
  organisations: readonly string[]
}

/** Somebody has to keep what is promised. */
export const anyOwner = <T extends z.ZodType<Owning>>(form: T) =>
  form.refine(({ parties, organisations }) => parties.length + organisations.length > 0, {
    error: 'plan.commitment.owner-missing',
    path: ['parties'],
  })
