import * as z from 'zod'
import {
  optionalDate,
  optionalLine,
  optionalParagraphs,
  optionalTexts,
  several,
  texts,
} from '#platform/form.ts'
import { cityAreas } from './areas.rules.ts'
import {
  isPartOfDate,
  partKinds,
  partnershipForms,
  partnershipKinds,
  partnershipStates,
} from './partnership.rules.ts'
import type { Ties } from './partnerships.sql.ts'

const nameMax = 200
const leadMax = 500
const aboutMax = 10_000

const partOfDate = optionalLine(leadMax).refine(
  (text) => text === null || isPartOfDate(text),
  'partnerships.mistake.part-of-date',
)

const optionally = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.literal('').transform(() => null), z.enum(values)])
    .nullish()
    .transform((value) => value ?? null)

/** Ids of things that are known elsewhere; what they are is looked at when they are stored. */
const ids = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string().min(1).max(80)).max(100),
)

/** Organisations are typed, one on each line: the directory is too long to tick in. */
const names = optionalParagraphs(aboutMax).transform((text) =>
  (text ?? '')
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean),
)

export const PartnershipForm = z.object({
  /** Made when the form for a new one is shown, so that a form that is sent twice makes one entry. */
  id: z.uuid().optional(),
  kind: z.enum(partnershipKinds, 'network.form.kind-missing'),
  name: texts(nameMax),
  lead: texts(leadMax),
  about: optionalTexts(aboutMax),
  part: optionalTexts(leadMax),
  part_kind: optionally(partKinds),
  led_to: optionalTexts(aboutMax),
  state: z.enum(partnershipStates, 'partnerships.mistake.state'),
  form: optionally(partnershipForms),
  began_on: partOfDate,
  agreed_until: partOfDate,
  ended_on: partOfDate,
  decision_body: optionalLine(nameMax),
  decision_on: optionalDate,
  decision_paragraph: optionalLine(40),
  case_number: optionalLine(60),
  organisations: names,
  parties: ids,
  areas: several(cityAreas),
  goals: ids,
  themes: ids,
  from_event_id: z
    .string()
    .max(80)
    .optional()
    .transform((id) => id || null),
  /** When the entry last changed, as the person who edits it saw it. */
  seen: z.string().default(''),
})

export type Partnership = Omit<z.output<typeof PartnershipForm>, 'organisations' | keyof Ties> & Ties

/** What is not said yet of a new one. */
export const unsaid = {
  ...{ about: {}, part: {}, led_to: {}, part_kind: null, form: null, state: 'running' as const },
  ...{ began_on: null, agreed_until: null, ended_on: null },
  ...{ decision_body: null, decision_on: null, decision_paragraph: null, case_number: null },
  ...{ organisationIds: [], parties: [], areas: [], goals: [], themes: [], from_event_id: null, seen: '' },
} satisfies Partial<Partnership>
