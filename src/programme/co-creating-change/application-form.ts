import * as z from 'zod'
import { emailAddress, line, optionalLine, paragraphs } from '#platform/form.ts'
import { languages } from '#platform/language.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { canBeWritten } from './certificate.rules.ts'
import { parts, sizes } from './course.rules.ts'

const motivationMax = 1500

const wrong = (key: string) => `co-creating-change.mistake.${key}`

const about = {
  // As it is going to stand on the certificate.
  name: line(200, wrong('name')).refine(canBeWritten, wrong('name-letters')),
  capacity: z.enum(capacities, wrong('capacity')),
  organisation: optionalLine(200),
  size: z.enum(sizes, wrong('size')),
  part: z.enum(parts, wrong('part')),
  language: z.enum(languages).default('sv'),
  motivation: paragraphs(motivationMax, wrong('motivation')),
}

/** What somebody says of themselves when they apply, and can change until the call closes. */
export const ApplicationChange = z.object(about)
export type ApplicationChange = z.output<typeof ApplicationChange>

const { name, ...rest } = about
/** In the order of the form, so that what is wrong is listed from its top. */
export const Application = z.object({ name, email: emailAddress, ...rest })
export type Application = z.output<typeof Application>
