import * as z from 'zod'
import { emailAddress, line, optionalLine, optionalParagraphs } from '#platform/form.ts'
import { languages } from '#platform/language.ts'
import { needsShape } from '../questions/read-needs.ts'
import { capacities, togetherMax } from './sign-up.rules.ts'

/** What can be said about oneself, at the sign-up and later. */
export const About = z.object({
  name: line(200, 'sign-up.form.name-missing'),
  capacity: z.enum(capacities, 'sign-up.form.capacity-missing'),
  organisation: optionalLine(200),
  language: z.enum(languages).default('sv'),
  ...needsShape,
})
export type About = z.output<typeof About>

/** Somebody who comes along. */
export interface Companion {
  name: string
  email: string | null
}

const address = /[^\s<>,;()[\]]+@[^\s<>,;()[\]]+/

/** 'Bo Ek bo@example.org', 'Bo Ek <bo@example.org>' or the name alone. */
function companionOf(text: string): Companion | null {
  const [typed] = address.exec(text) ?? []
  const email = typed === undefined ? null : emailAddress.safeParse(typed)
  if (email !== null && !email.success) return null
  const name = text
    .replace(address, '')
    .replaceAll(/[<>,;()]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const named = name || (email?.data ?? '')
  return named.length > 200 ? null : { name: named, email: email?.data ?? null }
}

/** Who comes along, one on each line; whoever is not named yet is left out. */
const companions = optionalParagraphs(4000).transform((text, context): Companion[] => {
  const lines = (text ?? '').split('\n').flatMap((one) => (one.trim() ? [one.trim()] : []))
  const read = lines.map(companionOf)
  const all = read.filter((one) => one !== null)
  if (read.length > togetherMax - 1) context.addIssue('sign-up.form.companions-too-many')
  else if (all.length < read.length) context.addIssue('sign-up.form.companions-wrong')
  return all
})

const seats = z.coerce
  .number('sign-up.form.seats-wrong')
  .int('sign-up.form.seats-wrong')
  .min(1, 'sign-up.form.seats-wrong')
  .max(togetherMax, 'sign-up.form.seats-wrong')
  .default(1)

const { name, ...rest } = About.shape
/** In the order of the form, so that what is wrong is listed from its top. */
export const SignUp = z.object({ name, email: emailAddress, ...rest, seats, companions })
export type SignUp = z.output<typeof SignUp>

/** Somebody who comes along, as named later. */
export const NamedCompanion = z.object({
  name: line(200, 'sign-up.form.name-missing'),
  email: z.union([z.literal('').transform(() => null), emailAddress]).nullish(),
  ...needsShape,
})
export type NamedCompanion = z.output<typeof NamedCompanion>
