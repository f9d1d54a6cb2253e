import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import { projectRoot } from '#platform/root.ts'
import type { CommissionKind } from '../goals/commission.rules.ts'

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

const Commission = z.object({
  ...{ name: texts, about: texts, source: z.string(), note: texts },
  recommendations: z.array(z.object({ number: z.number(), text: texts })),
  domains: z.array(Domain),
  objectives: z.array(
    z.object({ domain: z.number().nullable(), text: texts, actions: z.array(texts), source: z.string() }),
  ),
})

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
export const startingConduct = () => read('conduct.json', z.array(Principle))
export const startingGoals = () => read('goals.json', z.array(Goal))

// Neither changes while the program runs: the United Nations' goals and a report of 2013.
let sdgsRead: Sdg[] | undefined
let commissionRead: z.output<typeof Commission> | undefined

/** The 17 Sustainable Development Goals. */
export const sdgs = (): Sdg[] => (sdgsRead ??= read('sdg.json', z.array(Sdg)))

/** The Commission for a Socially Sustainable Malmö. */
export const commission = (): z.output<typeof Commission> =>
  (commissionRead ??= read('commission.json', Commission))

/** What of the Commission's we could read in a source, as rows: nothing is guessed to fill a gap. */
export function startingCommission() {
  const { recommendations, domains, objectives, source } = commission()
  const item = (
    kind: CommissionKind,
    code: string,
    title: Texts,
    given: { parent?: string; source?: string },
  ) => ({
    ...{ id: newId(), kind, code, title },
    ...{ parent_id: given.parent ?? null, source: given.source ?? source },
  })
  const areas = domains.map(({ number, title }) => item('domain', `D${number}`, title, {}))
  const rows = [
    ...recommendations.map(({ number, text }) => item('recommendation', `R${number}`, text, {})),
    ...areas,
    ...objectives.flatMap(({ domain, text, actions, source: page }, index) => {
      const parent = areas.find(({ code }) => code === `D${domain}`)?.id
      const code = `O${index + 1}`
      const objective = item('objective', code, text, { source: page, ...(parent && { parent }) })
      const theirs = actions.map((title, step) =>
        item('action', `${code}.${step + 1}`, title, { source: page, parent: objective.id }),
      )
      return [objective, ...theirs]
    }),
  ]
  return rows.map((row, index) => ({ ...row, position: index + 1 }))
}
