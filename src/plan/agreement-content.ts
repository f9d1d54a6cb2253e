import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { projectRoot } from '#platform/root.ts'

const folder = join(projectRoot, 'content', 'agreement')

const texts = z.object({ sv: z.string(), en: z.string(), es: z.string() })

const Sdg = z.object({
  number: z.number(),
  title: texts,
  colour: z.string(),
  /** Whether white or dark letters can be read on the colour. */
  text: z.enum(['white', 'dark']),
})
export type Sdg = z.output<typeof Sdg>

const Domain = z.object({ number: z.number(), title: texts })
export type Domain = z.output<typeof Domain>

const Commission = z.object({ name: texts, about: texts, domains: z.array(Domain), note: texts })

const Principle = z.object({ key: z.string(), name: texts, about: texts })

const Goal = z.object({
  number: z.number(),
  title: texts,
  about: texts,
  sdg: z.array(z.number()),
  commission: z.array(z.number()),
})

const read = <T extends z.ZodType>(file: string, shape: T): z.output<T> =>
  shape.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))

export const startingPrinciples = () => read('principles.json', z.array(Principle))
export const startingGoals = () => read('goals.json', z.array(Goal))

// Neither changes while the program runs: the United Nations' goals and a report of 2013.
let sdgsRead: Sdg[] | undefined
let commissionRead: z.output<typeof Commission> | undefined

/** The 17 Sustainable Development Goals. */
export const sdgs = (): Sdg[] => (sdgsRead ??= read('sdg.json', z.array(Sdg)))

/** The Commission for a Socially Sustainable Malmö. */
export const commission = (): z.output<typeof Commission> =>
  (commissionRead ??= read('commission.json', Commission))
