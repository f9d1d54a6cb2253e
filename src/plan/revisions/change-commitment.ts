import * as z from 'zod'
import { date, type Filled, optionalTexts, texts } from '#platform/form.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { anyOwner, organisationNames, tickedParties } from '../owner-fields.ts'
import type { ChangeInput, CommitmentWords } from './change.ts'
import type { Names } from './change.page.tsx'

const titleMax = 200
const textMax = 4000

/** What of a commitment a form is about: all that may be said otherwise, whose it is, or that it goes. */
export const ways = ['change', 'owners', 'remove'] as const
export type Way = (typeof ways)[number]

const owning = { parties: tickedParties, organisations: organisationNames }

export const ChangeForm = anyOwner(
  z.object({
    title: texts(titleMax),
    what: optionalTexts(textMax),
    measure: texts(textMax),
    due: date,
    ...owning,
  }),
)
export const OwnersForm = anyOwner(z.object(owning))
export const RemoveForm = z.object({})

/** A commitment as its form holds it, so that it is opened with what stands there. */
export function filledWith(
  { title, what, measure, due_on, owners }: CommitmentWords,
  names: Names,
  language: Language,
): Filled {
  const organisations = owners.flatMap((owner) => ('organisation' in owner ? owner.organisation : []))
  return {
    ...inFields('title', title),
    ...inFields('what', what),
    ...inFields('measure', measure),
    due: due_on,
    parties: owners.flatMap((owner) => ('party' in owner ? owner.party : [])),
    organisations: organisations.map((id) => inLanguage(names.owners.get(id) ?? {}, language)).join('\n'),
  }
}

const inFields = (name: string, given: Texts): Filled =>
  Object.fromEntries(Object.entries(given).map(([language, text]) => [`${name}.${language}`, text]))

/** What a revision says of this commitment so far. */
export const saidIn = (changes: readonly ChangeInput[], commitmentId: string): CommitmentWords | undefined =>
  changes
    .flatMap((one) => (one.kind === 'change-commitment' || one.kind === 'add-commitment' ? one : []))
    .find((one) => one.commitment_id === commitmentId)?.after
