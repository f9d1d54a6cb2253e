import type * as z from 'zod'
import { optionalLine, optionalParagraphs, optionalWebAddress } from '#platform/form.ts'
import { languages, type Texts } from '#platform/language.ts'
import { optionalEmail, optionalNumber, profileMax } from '../organisations/save-organisation.ts'
import type { LineProblem, ListedOrganisation, ReadLine } from './judgement.rules.ts'
import type { ListLine } from './read-list.ts'
import { type AllSayings, allSayings, plainWord } from './sayings.ts'

const texts = {
  name: optionalLine(profileMax.name),
  about: optionalParagraphs(profileMax.about),
  for_whom: optionalParagraphs(profileMax.for_whom),
}
const lines = {
  number: optionalNumber,
  place: optionalLine(profileMax.place),
  website: optionalWebAddress,
  contact_email: optionalEmail,
}

/** What a line says of an organisation, and all that is wrong with it. */
export function readOrganisation({ line, cells, problems: moved }: ListLine): ReadLine {
  const problems: LineProblem[] = [...moved]
  const said: ListedOrganisation = {}
  const checked = <T>(column: string, schema: z.ZodType<T | null>): T | undefined => {
    const found = cells.get(column)
    if (found === undefined) return undefined
    const read = schema.safeParse(mended(column, found))
    if (read.success) return read.data ?? undefined
    problems.push({ column, problem: problemIn(column, found, read.error), found })
    return undefined
  }
  for (const field of ['name', 'about', 'for_whom'] as const) {
    const words: Texts = {}
    for (const language of languages) {
      const text = checked(`${field}.${language}`, texts[field])
      if (text !== undefined) words[language] = text
    }
    if (Object.keys(words).length > 0) said[field] = words
  }
  for (const field of ['number', 'place', 'website', 'contact_email'] as const) {
    const text = checked(field, lines[field])
    if (text !== undefined) said[field] = text
  }
  const chosen = readChoices(cells, problems)
  const slug = cells.get('slug')
  const organisation = { ...said, ...chosen, ...(slug !== undefined && { slug }) }
  return { line, cells: { organisation }, problems }
}

/** What spreadsheets do to numbers and addresses, put right where that is certain. */
function mended(column: string, text: string): string {
  if (column === 'number') return text.replace(/^([\d\s–-]+)[.,]0+$/, '$1')
  return column === 'website' && /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}` : text
}

function problemIn(column: string, found: string, error: z.ZodError): string {
  // What Excel makes of ten digits in a narrow column; the last ones are gone.
  if (column === 'number' && /^\d+([.,]\d+)?E\+?\d+$/i.test(found)) return 'lists.problem.number-shortened'
  return error.issues[0]?.message ?? 'platform.form.choose'
}

type Cells = ReadonlyMap<string, string>

function readChoices(cells: Cells, problems: LineProblem[]): ListedOrganisation {
  const sayings = allSayings()
  const one = <Name extends 'sector' | 'kind'>(column: Name) => {
    const found = cells.get(column)
    if (found === undefined) return undefined
    const value = (
      sayings[column] as ReadonlyMap<
        string,
        AllSayings[Name] extends ReadonlyMap<string, infer V> ? V : never
      >
    ).get(plainWord(found))
    if (value === undefined) problems.push({ column, problem: `lists.problem.${column}-unknown`, found })
    return value
  }
  const [sector, kind] = [one('sector'), one('kind')]
  const areas = several('areas', sayings.area, { cells, problems })
  const languagesOf = several('languages', sayings.spoken, { cells, problems })
  const shown = cells.get('contact_is_shown')
  const isShown = shown === undefined ? undefined : sayings.yesOrNo.get(plainWord(shown))
  if (shown !== undefined && isShown === undefined)
    problems.push({ column: 'contact_is_shown', problem: 'lists.problem.yes-or-no', found: shown })
  return {
    ...(sector && { sector }),
    ...(kind && { kind }),
    ...(areas && { areas }),
    ...(languagesOf && { languages: languagesOf }),
    ...(isShown && { contact_is_shown: isShown === 'yes' ? 1 : 0 }),
  }
}

interface Reading {
  cells: Cells
  problems: LineProblem[]
}

/** Values with commas, semicolons, slashes or lines between them; each once, in the order in which we list them. */
function several<Value>(
  column: 'areas' | 'languages',
  known: ReadonlyMap<string, Value>,
  { cells, problems }: Reading,
): readonly Value[] | undefined {
  const written = cells.get(column)?.split(/[,;/|\n]/)
  if (!written) return undefined
  const found = new Set<Value>()
  for (const word of written.filter((text) => text.trim())) {
    const value = known.get(plainWord(word))
    if (value === undefined)
      problems.push({ column, problem: `lists.problem.${column}-unknown`, found: word.trim() })
    else found.add(value)
  }
  return [...new Set(known.values())].filter((value) => found.has(value))
}
