import type { Answered } from '../form.ts'
import type { Visit } from '../http.ts'
import { languages, type Texts } from '../language.ts'
import type { Words } from '../words.ts'

export interface Problem {
  /** The field it is about; a refusal by a rule is about none. */
  field?: string
  text: string
}

/** Where a field is on the page: `#field-title-sv`. */
export const fieldId = (name: string): string => `field-${name.replaceAll(/[^\w-]+/g, '-')}`

/** Mistakes and refusal of a sent form, in words and in the order they came. */
export function problemsOf(t: Words, answered: Answered): Problem[] {
  const mistakes = Object.entries(answered.mistakes ?? {}).map(([field, key]) => ({ field, text: t(key) }))
  return answered.refusal
    ? [...mistakes, { text: t(answered.refusal, { minutes: answered.minutes ?? 0 }) }]
    : mistakes
}

/** What is wrong with a field, in words, to hand to it as `mistake`. */
export function mistakeAt(t: Words, answered: Answered, name: string): string | undefined {
  const key = answered.mistakes?.[name]
  return key === undefined ? undefined : t(key)
}

/** What had been typed into a field, to hand to it as `value`. */
export function filledAt(answered: Answered, name: string): string | undefined {
  const value = answered.filled?.[name]
  return typeof value === 'string' ? value : value?.[0]
}

/**
 * What a form was opened upon, to hand back in its hidden field `seen`. After a mistake that is still what was first
 * opened; after a refusal the page has shown how things stand now.
 */
export const seenAt = (answered: Answered, now: string): string =>
  answered.refusal ? now : (filledAt(answered, 'seen') ?? now)

/** What had been typed into a field per language, or what is stored while nothing has been sent yet. */
export function textsAt(answered: Answered, name: string, stored: Texts = {}): Texts {
  if (!answered.filled) return stored
  return Object.fromEntries(
    languages.map((language) => [language, filledAt(answered, `${name}.${language}`) ?? '']),
  )
}

/** The mistakes of a form in words, by field name, to hand to a field per language. */
export const mistakesInWords = (t: Words, answered: Answered): Record<string, string> =>
  Object.fromEntries(Object.entries(answered.mistakes ?? {}).map(([field, key]) => [field, t(key)]))

/** The boxes that had been ticked. */
export function ticked(answered: Answered, name: string): readonly string[] {
  const value = answered.filled?.[name] ?? []
  return typeof value === 'string' ? [value] : value
}

interface Props {
  visit: Pick<Visit, 't'>
  list: readonly Problem[]
}

/** Everything that has to be put right, first on the page, each a link to its field. */
export function Problems({ visit, list }: Props) {
  if (list.length === 0) return null
  return (
    <div class="problems ds-error-summary" role="alert">
      <h2>{visit.t('platform.ui.problems')}</h2>
      <ul>
        {list.map(({ field, text }) => (
          <li>{field === undefined ? text : <a href={`#${fieldId(field)}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
