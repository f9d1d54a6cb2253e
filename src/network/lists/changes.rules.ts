import type { Texts } from '#platform/language.ts'
import {
  type Change,
  type ListedOrganisation,
  type OrganisationFields,
  organisationFields,
} from './judgement.rules.ts'

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Two values are one when they read the same; in which order languages and parts of the city are ticked says nothing. */
export const readsAs = (value: unknown): string => {
  if (Array.isArray(value)) return JSON.stringify(value.map(String).toSorted())
  if (isTexts(value))
    return JSON.stringify(
      Object.entries(value)
        .filter(([, text]) => text)
        .toSorted(),
    )
  return JSON.stringify(value ?? null)
}

/** An organisation's fields after a line; what the line does not say stays, in every language. */
export function fieldsAfter(before: OrganisationFields, said: ListedOrganisation): OrganisationFields {
  const after: Record<string, unknown> = {}
  for (const field of organisationFields) {
    const [old, next] = [before[field], said[field]]
    after[field] = isTexts(old) && isTexts(next) ? { ...old, ...next } : (next ?? old)
  }
  return after as unknown as OrganisationFields
}

/** What a line changes, and from what to what. */
export function changesIn(before: OrganisationFields, said: ListedOrganisation): Change[] {
  const after = fieldsAfter(before, said)
  return organisationFields.flatMap((field) =>
    readsAs(before[field]) === readsAs(after[field])
      ? []
      : [{ field, from: before[field], to: after[field] }],
  )
}
