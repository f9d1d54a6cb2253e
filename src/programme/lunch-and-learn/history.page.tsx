import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { StepTaken } from './needs.sql.ts'
import { organisationInWords } from './standing.page.tsx'

/** One line of what happened to a need: when, what, and why. Who of the office did it is in the office's record. */
export function historyLine(visit: Visit, step: StepTaken, before: string): string {
  const { t, language } = visit
  const values = {
    date: shortDate(language, step.at),
    into: step.into_number ?? 0,
    organisation: organisationInWords(t, step) || t('lunch-and-learn.somebody'),
    title: step.title ? inLanguage(step.title, language) : '',
  }
  const kind = step.state === 'open' && before !== 'new' ? `open-from-${before}` : step.state
  const line = t(`lunch-and-learn.history.${kind}`, values)
  return step.words ? `${line} ${inLanguage(step.words, language)}` : line
}
