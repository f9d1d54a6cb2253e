import type * as z from 'zod'
import { emailAddress, line as lineOf, optionalLine } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { mistakeInTerm, type PostKind } from '../organisations/posts.rules.ts'
import { optionalNumber, profileMax } from '../organisations/save-organisation.ts'
import type { LineProblem, Listed, ReadLine } from './judgement.rules.ts'
import type { ListLine } from './read-list.ts'
import { allSayings, plainWord } from './sayings.ts'

const nameMax = 120

const shapes = {
  organisation: optionalLine(profileMax.name),
  number: optionalNumber,
  name: lineOf(nameMax, 'organisations.join.name-missing'),
  email: emailAddress,
  title: optionalLine(nameMax),
}

/** What a line says of somebody who acts for an organisation, and all that is wrong with it. */
export function readContact(list: ListLine, language: Language, today: string): ReadLine {
  const problems: LineProblem[] = [...list.problems]
  const said: Record<string, unknown> = {}
  for (const [column, shape] of Object.entries(shapes)) {
    const found = list.cells.get(column)
    const read = (shape as z.ZodType).safeParse(found ?? '')
    if (!read.success) problems.push(problemOf(column, read.error.issues[0]?.message, found))
    else if (read.data !== null) said[column] = read.data
  }
  const contact = { ...said, ...readPost(list, language, today, problems) } as Listed['contact'] & object
  return { line: list.line, cells: { contact }, problems }
}

const problemOf = (column: string, message: string | undefined, found: string | undefined): LineProblem => ({
  column,
  problem: message ?? 'platform.form.choose',
  ...(found !== undefined && { found }),
})

/** The post and until when; whoever has none is the one that others turn to. */
function readPost({ cells }: ListLine, language: Language, today: string, problems: LineProblem[]) {
  const sayings = allSayings()
  const [written, until, tongue] = [cells.get('post'), cells.get('until_day'), cells.get('language')]
  const known = written === undefined ? 'contact' : sayings.post.get(plainWord(written))
  if (known === undefined) problems.push(problemOf('post', 'lists.problem.post-unknown', written))
  const day = until?.replace(/[ T]00:00(:00)?$/, '')
  const isDay = day === undefined || /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)
  if (!isDay) problems.push(problemOf('until_day', 'lists.problem.day', until))
  const kind: PostKind = known ?? 'contact'
  const mistake = isDay ? mistakeInTerm(kind, day ?? null, today) : null
  if (mistake) problems.push(problemOf('until_day', `organisations.term.${mistake}`, until))
  const spoken = tongue === undefined ? language : sayings.language.get(plainWord(tongue))
  if (spoken === undefined) problems.push(problemOf('language', 'lists.problem.language', tongue))
  return { kind, until_day: day ?? null, language: spoken ?? language }
}
