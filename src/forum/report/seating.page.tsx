import * as z from 'zod'
import type { Visit } from '#platform/http.ts'
import { Facts } from '#platform/ui/parts.tsx'
import type { seatingOf } from './report.sql.ts'

interface Props {
  visit: Visit
  seating: Awaited<ReturnType<typeof seatingOf>>
}

const Worth = z.object({
  newEncounters: z.number(),
  repeats: z.number(),
  leastRepeats: z.number(),
  sectorDeviation: z.number(),
})

/** How many tables and rounds there were, and how well the seating mixed people. Numbers only, of the whole room. */
export function AtTables({ visit, seating }: Props) {
  const { t } = visit
  if (!seating || seating.tables === 0) return null
  const worth = Worth.safeParse(seating.report).data
  return (
    <section class="stack" id="seating" aria-labelledby="seating-title">
      <h2 id="seating-title">{t('report.seating.title')}</h2>
      <p>{t('report.seating.room', { tables: seating.tables, rounds: seating.rounds })}</p>
      {worth && (
        <Facts
          rows={[
            [t('report.seating.new'), t('report.seating.pairs', { pairs: worth.newEncounters })],
            [
              t('report.seating.again'),
              t('report.seating.repeats', { pairs: worth.repeats, least: worth.leastRepeats }),
            ],
            [t('report.seating.mix'), t('report.seating.off', { off: worth.sectorDeviation })],
          ]}
        />
      )}
    </section>
  )
}
