import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Words } from '#platform/words.ts'
import type { ProposalReport } from './tables.ts'

/** What a plan is worth, in sentences: what is as good as can be, and what is not. */
export function Worth({ visit, report }: { visit: Visit; report: ProposalReport }) {
  const { t } = visit
  const { repeats, leastRepeats, newEncounters, pairSlots, sectorDeviation, earlierEncounters } = report
  const rows: [good: boolean, text: Child][] = [
    [
      repeats <= leastRepeats,
      <>
        {t('seating.worth.repeats', { count: repeats })} {bound(t, report)}
      </>,
    ],
    [true, t('seating.worth.new', { count: newEncounters, all: pairSlots })],
    [sectorDeviation === 0, t('seating.worth.mix', { count: sectorDeviation })],
    [report.sameOrganisation === 0, t('seating.worth.organisations', { count: report.sameOrganisation })],
    [report.withoutInterpreter === 0, t('seating.worth.interpreters', { count: report.withoutInterpreter })],
    [report.wrongTable === 0, t('seating.worth.tables', { count: report.wrongTable })],
  ]
  if (earlierEncounters > 0) rows.push([false, t('seating.worth.earlier', { count: earlierEncounters })])
  return (
    <ul class="seating-worth">
      {rows.map(([isGood, text]) => (
        <li class={isGood ? 'good' : 'less'}>{text}</li>
      ))}
    </ul>
  )
}

interface Bounded {
  repeats: number
  leastRepeats?: number
  missed: readonly unknown[]
}

/** The bound holds for plans that keep every rule: beside one that breaks some, it says what others could not go below. */
export function bound(t: Words, { repeats, leastRepeats, missed }: Bounded): string {
  if (leastRepeats === undefined) return ''
  if (missed.length > 0) return t('seating.worth.least-keeping', { count: leastRepeats })
  if (repeats <= leastRepeats) return repeats === 0 ? '' : t('seating.worth.least')
  return t('seating.worth.at-least', { count: leastRepeats })
}
