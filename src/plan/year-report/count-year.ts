import { hashOf } from '#platform/ids.ts'
import { type Instant, instantAt, localDate, plus } from '#platform/time.ts'
import { countPrinciples } from '../principles-survey/count-principles.ts'
import type { Reads } from '../tables.ts'
import { type Section, sections, type YearContent } from './content.ts'
import { countCommitments } from './count-commitments.ts'
import { countEvaluations } from './count-evaluations.sql.ts'
import { countGiven } from './count-given.ts'
import { countFocusAreas, countPartnerships, countRevisions } from './count-plan.sql.ts'
import { countEvents, countPromises, countWhoMetIn } from './count-programme.ts'
import { countRecommendations } from './count-recommendations.ts'
import { countSteering } from './count-steering.sql.ts'
import { type Counted, type Counting, inSection } from './counted.ts'
import { asOfDay } from './report.rules.ts'

const counters: Record<Section, (db: Reads, counting: Counting) => Promise<Counted>> = {
  promises: countPromises,
  events: countEvents,
  'who-met': countWhoMetIn,
  evaluations: countEvaluations,
  recommendations: countRecommendations,
  commitments: countCommitments,
  revisions: countRevisions,
  'focus-areas': countFocusAreas,
  partnerships: countPartnerships,
  given: countGiven,
  steering: countSteering,
  principles: countPrinciples,
}

/** Everything that the platform knows of a year, counted now. */
export async function countYear(db: Reads, year: number, now: Instant): Promise<YearContent> {
  const asOf = asOfDay(year, localDate(now))
  const from = instantAt(`${year}-01-01`, '00:00')
  // Until the end of the last day where people live.
  const until = plus(instantAt(asOf, '00:00'), { days: 1 })
  const counted = await Promise.all(
    sections.map(async (section) => {
      const one = await counters[section](db, { year, asOf, from, until, now })
      return { section, figures: inSection(section, one), lines: one.lines }
    }),
  )
  return {
    year,
    asOf,
    figures: counted.flatMap(({ figures }) => figures),
    lines: Object.fromEntries(counted.map(({ section, lines }) => [section, lines])),
  }
}

/** A checksum of all that was counted: whoever says yes says it to exactly this. */
export const hashOfContent = (content: YearContent): string => hashOf(JSON.stringify(content)).slice(0, 20)
