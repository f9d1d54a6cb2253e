import { IntlMessageFormat } from 'intl-messageformat'
import type { Source } from './read.ts'

export type Dictionary = Record<string, string>

/** The shape of a key of words: 'sign-up.form.access-hint'. */
const keyShape = /^[a-z][a-z0-9-]*(\.[a-z0-9][A-Za-z0-9_-]*)+$/

const fileEnding = /\.(css|ts|tsx|js|json|md|svg|ics|csv|xml|sqlite)$/

interface Part {
  type: number
  value?: string
  options?: Record<string, { value: Part[] }>
}

// The kinds of parts in a parsed ICU message that name an argument, and the one whose branches are chosen by name.
const argumentKinds = [1, 2, 3, 4, 5, 6]
const chosenByName = 5

/** What a message wants to be told, with the names of the branches where a value picks one: `{kind}: a|b`. */
export function argumentsOf(message: string): string[] {
  const ast = new IntlMessageFormat(message, 'sv', undefined, { ignoreTag: true }).getAst() as Part[]
  const found = new Set<string>()
  const walk = (parts: Part[]): void => {
    for (const { type, value, options } of parts) {
      if (!argumentKinds.includes(type) || value === undefined) continue
      found.add(
        type === chosenByName
          ? `${value}: ${Object.keys(options ?? {})
              .sort()
              .join('|')}`
          : value,
      )
      for (const option of Object.values(options ?? {})) walk(option.value)
    }
  }
  walk(ast)
  return [...found].sort()
}

export interface Uses {
  keys: Map<string, string>
  templates: Map<string, string>
}

/** Every word key that the program spells, and every template that begins like one, with the file it stands in. */
export function usesOf(sources: readonly Source[], slices: ReadonlySet<string>): Uses {
  const uses: Uses = { keys: new Map(), templates: new Map() }
  const isOurs = (key: string): boolean => slices.has(key.split('.')[0] ?? '')
  for (const { file, text } of sources) {
    // In queries, `plan.title` is a column.
    if (file.endsWith('.sql.ts')) continue
    for (const [, , literal = ''] of text.matchAll(/(['"`])([a-z][\w.-]*)\1/g)) {
      if (keyShape.test(literal) && isOurs(literal) && !fileEnding.test(literal)) uses.keys.set(literal, file)
    }
    for (const [, template = ''] of text.matchAll(/`([a-z][\w-]*\.(?:[^`\\$]|\$\{[^}`]*\})*)`/g)) {
      if (
        template.includes('${') &&
        isOurs(template) &&
        /^[\w.-]+$/.test(template.replaceAll(/\$\{[^}]*\}/g, ''))
      ) {
        uses.templates.set(template, file)
      }
    }
  }
  return uses
}

/** The keys that a browser test says words by. Other strings only look like them: `minutes.1` is a field. */
export const askedIn = (text: string): string[] =>
  [...text.matchAll(/(?:\b(?:t|hers)|\bwordsFor\([^()]*\))\(\s*'([^']+)'/g)].map(([, key = '']) => key)

/** What a template can turn into: each `${…}` stands for one piece between dots. */
function patternOf(template: string): RegExp {
  const pieces = template.split(/\$\{[^}]*\}/).map((piece) => piece.replaceAll('.', '\\.'))
  return new RegExp(`^${pieces.join('[A-Za-z0-9_-]+')}$`)
}

/** Faults between the words that exist and those that are used. */
export function wordFaults(keys: readonly string[], { keys: used, templates }: Uses): string[] {
  const known = new Set(keys)
  const patterns = [...templates].map(([template, file]) => ({
    template,
    file,
    pattern: patternOf(template),
  }))
  return [
    ...[...used]
      .filter(([key]) => !known.has(key))
      .map(([key, file]) => `${file} uses '${key}', which has no words`),
    ...patterns
      .filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
      .map(({ template, file }) => `${file} uses \`${template}\`, which fits no word`),
    // `home.${way}` would call every word of the home page used.
    ...patterns
      .filter(({ template }) => /^[\w-]+\.\$\{/.test(template))
      .map(
        ({ template, file }) => `${file} uses \`${template}\`: write more of the key before the first \${`,
      ),
    ...keys
      .filter((key) => !used.has(key) && !patterns.some(({ pattern }) => pattern.test(key)))
      .map((key) => `'${key}' is used nowhere`),
  ]
}
