import type { Visit } from '#platform/http.ts'
import { Empty, Notice, Tag } from '#platform/ui/parts.tsx'
import type { Moved } from '../reseating/moved.rules.ts'
import { MovedNotice } from '../reseating/tell-moved.page.tsx'
import type { Unmet } from '../seating/unmet.ts'
import { Attention } from './attention.page.tsx'
import { unseatedIn } from './board.ts'
import { isOver } from './day.rules.ts'
import { baseOf, type EventOf, SeatingFrame } from './frame.page.tsx'
import { Hosts } from './hosts.page.tsx'
import { LastSteps } from './last-steps.page.tsx'
import type { Forum } from './load-forum.ts'
import { Round } from './round.page.tsx'
import { hasTables } from './formats.rules.ts'
import { Propose, unsure } from './propose.page.tsx'
import type { StepRow, WorkRow } from './seating.sql.ts'
import type { ProposalReport } from './tables.ts'
import { Worth } from './worth.page.tsx'

export interface SeatingProps {
  visit: Visit
  event: EventOf
  forum: Forum
  report: ProposalReport
  round: number
  steps: readonly StepRow[]
  names: ReadonlyMap<string, string>
  /** The moves by which somebody broke what is not kept. */
  behind: ReadonlyMap<Unmet, StepRow>
  work: WorkRow | undefined
  isWorking: boolean
  /** Who sits elsewhere than they were shown, and has not been told. */
  moved: readonly Moved[]
  refusal?: string | undefined
}

/** The board: who sits where, one round at a time, what that is worth, and what is to be done about it. */
export function SeatingPage(props: SeatingProps) {
  const { visit, event, forum, report, isWorking, refusal } = props
  const { t } = visit
  const base = baseOf(event)
  const script = visit.site.assets['seating.js']
  const isSeated = forum.seats.length > 0
  const isReadOnly = isOver(event, visit.now)
  return (
    <SeatingFrame
      visit={visit}
      event={event}
      wide
      head={script && !isReadOnly && <script type="module" src={script} />}
    >
      <p class="row">
        <Tag>{t(`seating.format.${forum.seating.format}`)}</Tag>
        <span>{sizeInWords(props)}</span>
        <Tag kind={forum.seating.shown_at ? 'good' : 'plain'}>
          {t(forum.seating.shown_at ? 'seating.shown' : 'seating.not-shown')}
        </Tag>
      </p>
      <Parts {...{ visit, base, isReadOnly }} />
      {refusal && refusal !== unsure && (
        <div role="alert">
          <Notice kind="wrong">{t(refusal, { round: forum.begun })}</Notice>
        </div>
      )}
      {isWorking ? (
        <Notice kind="waiting">
          <p>{t('seating.working.now')}</p>
          <a href={visit.to(`${base}/working`)}>{t('seating.working.follow')}</a>
        </Notice>
      ) : (
        <HowItEnded {...props} />
      )}
      <MovedNotice {...props} />
      {hasTables(forum.seating.format) ? (
        <>
          <Attention {...props} {...{ base, isReadOnly }} unseated={unseatedIn(forum)} />
          {!isReadOnly && <Hosts visit={visit} forum={forum} base={base} />}
          {!isWorking && !isReadOnly && <Propose {...props} />}
          {isSeated && (
            <>
              <div class="beside even">
                <section>
                  <h2>{t('seating.worth.title')}</h2>
                  <Worth visit={visit} report={report} />
                </section>
                <LastSteps {...props} {...{ base, isReadOnly }} />
              </div>
              <Round {...props} {...{ base, isReadOnly }} />
            </>
          )}
        </>
      ) : (
        <Empty>{t('seating.no-tables-format')}</Empty>
      )}
    </SeatingFrame>
  )
}

interface PartsProps {
  visit: Visit
  base: string
  isReadOnly: boolean
}

const Parts = ({ visit: { t, to }, base, isReadOnly }: PartsProps) => (
  <nav class="tabs" aria-label={t('seating.parts')}>
    <ul>
      {(isReadOnly ? (['people'] as const) : (['people', 'tables', 'rounds', 'setup'] as const)).map(
        (part) => (
          <li>
            <a href={to(`${base}/${part}`)}>{t(`seating.link.${part}`)}</a>
          </li>
        ),
      )}
    </ul>
  </nav>
)

function sizeInWords({ visit: { t }, forum }: SeatingProps): string {
  const { tables, rounds, people } = forum
  const seats = tables.reduce((sum, one) => sum + one.seats, 0)
  const size = { seats, rounds: rounds.length, people: people.length }
  const { format } = forum.seating
  if (!hasTables(format)) return t('seating.size-one-room', { format, ...size })
  return t('seating.size', { tables: tables.length, ...size })
}

/** The last proposal, where it came to nothing. */
function HowItEnded({ visit, work, isWorking }: SeatingProps) {
  const { t } = visit
  if (!work || isWorking || work.outcome === 'kept') return null
  const outcome = work.outcome ?? 'failed'
  return (
    <Notice kind="late" live>
      {t(`seating.ended.${outcome}`)}
    </Notice>
  )
}
