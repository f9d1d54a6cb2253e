import * as z from 'zod'
import { languages, type Texts } from './language.ts'

/** What the visitor had typed, by field name; lists for boxes that may be ticked several at a time. */
export type Filled = Readonly<Record<string, string | readonly string[] | undefined>>
/** What is wrong, by field name, as a key of the words. */
export type Mistakes = Readonly<Record<string, string>>

/** What a page needs to show a form again after it was sent. */
export interface Answered {
  filled?: Filled
  mistakes?: Mistakes
  /** The key of a sentence that says why a rule refused, and what to do instead. */
  refusal?: string | undefined
  /** In how many minutes it can be sent again, where the refusal says so. */
  minutes?: number | undefined
}

export type FormAnswer<T> = { ok: true; value: T } | { ok: false; filled: Filled; mistakes: Mistakes }

/** A line of text: trimmed, in one normal form, without control characters. */
export const line = (max: number, missing = 'platform.form.missing') =>
  z
    .string(missing)
    .transform((text) =>
      text
        .normalize('NFC')
        .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1, missing).max(max, 'platform.form.too-long'))

/** A line that may be left empty; empty comes back as null. */
export const optionalLine = (max: number) =>
  z
    .string()
    .optional()
    .transform(
      (text) =>
        text
          ?.normalize('NFC')
          .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
          .trim() || null,
    )
    .pipe(z.string().max(max, 'platform.form.too-long').nullable())

/** Several lines; line ends become \n. */
export const paragraphs = (max: number, missing: string) =>
  z.string(missing).transform(tidyLines).pipe(z.string().min(1, missing).max(max, 'platform.form.too-long'))

/** Several lines that may be left empty; line ends become \n, and empty comes back as null. */
export const optionalParagraphs = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => tidyLines(text ?? '') || null)
    .pipe(z.string().max(max, 'platform.form.too-long').nullable())

// Everything but line feeds and tabs among the control characters would only confuse pages, mails and files.
function tidyLines(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]+/gu, ' ')
    .trim()
}

/**
 * A mail address in any alphabet (RFC 6531), lower case. Only its shape is checked: whether somebody reads it is
 * found out by mailing it.
 */
export const emailAddress = z
  .string('platform.form.email-missing')
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, 'platform.form.email-missing')
      .max(254, 'platform.form.too-long')
      .regex(
        /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}.]+(\.[^\s@<>()[\]\\,;:"\p{Cc}.]+)+$/u,
        'platform.form.email-wrong',
      ),
  )

/** A whole web address, or nothing. Kept as the browser would write it; without a name and password in it. */
export const optionalWebAddress = optionalLine(500).transform((text, context) => {
  if (text === null) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username) return url.href
  context.addIssue('platform.form.web-address-wrong')
  return z.NEVER
})

/** A field per language (`title.sv`, `title.en`, `title.es`) of which at least one must be filled in. */
export function texts(max: number, missing = 'platform.form.one-language') {
  const one = optionalParagraphs(max)
  return z
    .object({ sv: one, en: one, es: one }, missing)
    .transform((all): Texts => {
      const entries = languages.flatMap((language) => (all[language] ? [[language, all[language]]] : []))
      return Object.fromEntries(entries) as Texts
    })
    .refine((all) => Object.keys(all).length > 0, { error: missing, path: ['sv'] })
}

/** The same, where nothing at all may be filled in. */
export const optionalTexts = (max: number) => {
  const one = optionalParagraphs(max)
  return z
    .object({ sv: one, en: one, es: one })
    .partial()
    .optional()
    .transform((all): Texts => {
      const entries = languages.flatMap((language) => (all?.[language] ? [[language, all[language]]] : []))
      return Object.fromEntries(entries) as Texts
    })
}

/** Boxes that may be ticked several at a time, also none. */
export const several = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.enum(values)),
  )

/** A date 'YYYY-MM-DD' as date fields send it. */
export const date = z.iso.date('platform.form.date-wrong')
/** A time 'HH:mm' as time fields send it. */
export const time = z
  .string('platform.form.time-wrong')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'platform.form.time-wrong')

export const optionalDate = z
  .union([z.literal('').transform(() => null), date])
  .nullish()
  .transform((text) => text ?? null)

/** Checks flat fields (`title.sv`) against a shape and answers with the value, or with the words kept and mistakes. */
export function checkForm<T extends z.ZodType>(fields: Filled, shape: T): FormAnswer<z.output<T>> {
  const read = shape.safeParse(nested(fields))
  if (read.success) return { ok: true, value: read.data }
  const mistakes: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const name = issue.path.join('.') || 'form'
    mistakes[name] ??= isWordKey(issue.message) ? issue.message : 'platform.form.choose'
  }
  return { ok: false, filled: fields, mistakes }
}

// Where a shape says nothing of its own, zod speaks English; our own messages are keys.
const isWordKey = (message: string): boolean => /^[a-z-]+(\.[a-z0-9-]+)+$/.test(message)

function nested(fields: Filled): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const [first = '', second] = name.split('.')
    if (second === undefined) made[first] = value
    else made[first] = { ...(made[first] as object | undefined), [second]: value }
  }
  return made
}
