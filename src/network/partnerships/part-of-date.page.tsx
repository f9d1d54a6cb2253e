import { dateInWords, monthAndYear } from '#platform/dates.ts'
import type { Words } from '#platform/words.ts'

const yearLength = 4
const monthLength = 7

/** "2021", "augusti 2021", "18 aug. 2021": as much as is known. */
function partOfDate(t: Words, text: string): string {
  if (text.length === yearLength) return text
  if (text.length === monthLength) return monthAndYear(t.language, `${text}-15T12:00:00.000Z`)
  return dateInWords(t.language, text)
}

interface Period {
  began_on: string | null
  ended_on: string | null
  agreed_until?: string | null
}

/** "2019–2023", "since 2018", "2021, agreed until 2024". */
export function periodInWords(t: Words, { began_on, ended_on, agreed_until = null }: Period): string {
  const began = began_on === null ? '' : partOfDate(t, began_on)
  const ended = ended_on === null ? '' : partOfDate(t, ended_on)
  const until = agreed_until === null || ended_on !== null ? '' : partOfDate(t, agreed_until)
  const span = spanOf(t, began, ended)
  if (!until) return span
  return span
    ? t('partnerships.period.agreed', { span, until })
    : t('partnerships.period.agreed-until', { until })
}

function spanOf(t: Words, began: string, ended: string): string {
  if (began && began === ended) return began
  if (began && ended) return `${began}–${ended}`
  if (began) return t('network.years.since', { began })
  return ended ? t('network.years.until', { ended }) : ''
}
