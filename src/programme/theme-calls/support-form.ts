import * as z from 'zod'
import { emailAddress, line, paragraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { languages } from '#platform/language.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'

const wrong = (key: string) => `theme-calls.mistake.${key}`

/** What is asked of whoever takes part; whoever is signed in is known by their address. */
const supporter = (member: Member | null) => ({
  email: member
    ? z
        .unknown()
        .optional()
        .transform(() => member.email)
    : emailAddress,
  capacity: z.enum(capacities, wrong('capacity')),
  wants_news: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
})

export const SecondForm = (member: Member | null) => z.object(supporter(member))
export type SecondForm = z.output<ReturnType<typeof SecondForm>>

export const ProposeForm = (member: Member | null) =>
  z.object({
    /** Made when the form is shown, so that a form that is sent twice makes one proposal. */
    id: z.uuid(),
    title: line(120, wrong('title')),
    why: paragraphs(1000, wrong('why')),
    who: line(200, wrong('who')),
    language: z.enum(languages, wrong('language')),
    ...supporter(member),
  })
export type ProposeForm = z.output<ReturnType<typeof ProposeForm>>
