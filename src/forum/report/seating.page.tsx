import type { Visit } from '#platform/http.ts'
import { Facts } from '#platform/ui/parts.tsx'
import type { ProposalReport } from '../seating-plan/tables.ts'
import type { SeatingInReport } from './load-seating.ts'

interface Props {
  visit: Visit
  seating: SeatingInReport
}

/** How many tables and rounds there were, and how well the seating mixed people. Numbers only, of the whole room. */
export function AtTables({ visit, seating }: Props) {
  const { t } = visit
  if (!seating || seating.tables === 0) return null
  const { tables, rounds, report, isAsSeated } = seating
  return (
    <section class="stack" id="seating" aria-labelledby="seating-title">
      <h2 id="seating-title">{t('report.seating.title')}</h2>
      <p>{t('report.seating.room', { tables, rounds })}</p>
      {report && (
        <>
          <Facts rows={worthOf(t, report)} />
          <p class="small quiet">{t(isAsSeated ? 'report.seating.seated' : 'report.seating.planned')}</p>
        </>
      )}
    </section>
  )
}

const worthOf = (t: Visit['t'], report: ProposalReport): [string, string][] => {
  const { newEncounters, pairSlots, repeats, sectorDeviation } = report
  return [
    [t('report.seating.new'), t('report.seating.pairs', { pairs: newEncounters, all: pairSlots })],
    [t('report.seating.again'), `${t('report.seating.repeats', { times: repeats })}${boundOf(t, report)}`],
    [t('report.seating.mix'), t('report.seating.off', { off: sectorDeviation })],
  ]
}

/** The bound holds for plans that keep every rule, and says nothing where nobody met twice. */
function boundOf(t: Visit['t'], { repeats, leastRepeats, missed }: ProposalReport): string {
  const isKnown = repeats > 0 && leastRepeats > 0 && missed.length === 0 && repeats >= leastRepeats
  return isKnown ? ` ${t('report.seating.least', { least: leastRepeats })}` : ''
}
