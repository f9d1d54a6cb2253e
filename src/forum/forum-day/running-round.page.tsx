import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Text } from '#platform/ui/text.tsx'
import { minutesLeft, type Run, runState, secondsLeft } from './day.rules.ts'
import type { RunningRound } from './running-round.ts'

interface Props {
  visit: Visit
  /** Null while none is on: the place stays on the page, for the script that asks again. */
  round: RunningRound | null
  /** The question too, where the page does not show it already. */
  withQuestion?: boolean
}

/** "Round 2 of 3, until 10:45: 12 minutes left". Where there is script it counts down, and finds out when a round begins. */
export function RoundNow({ visit, round, withQuestion = false }: Props) {
  const { t } = visit
  return (
    <section id="round-now" class="round-now" aria-label={t('forum-day.running.label')}>
      {round ? (
        <p>
          <strong>{t('forum-day.running.round', { number: round.number, of: round.of })}</strong>{' '}
          <TimeLeft visit={visit} run={round} />
        </p>
      ) : (
        <p class="quiet">{t('forum-day.running.none')}</p>
      )}
      {withQuestion && round?.question && (
        <p>
          <Text of={round.question} t={t} />
        </p>
      )}
    </section>
  )
}

// Stands where the minutes do, in the words that the script fills in.
const anyMinutes = 77

/** What is left of a round, in whole minutes, and until when. */
export function TimeLeft({ visit, run }: { visit: Visit; run: Run }) {
  const { t, language, now } = visit
  const state = runState(run, now)
  if (state === 'over') return <span>{t('forum-day.running.over')}</span>
  const seconds = secondsLeft(run, now)
  const left = (minutes: number): string => t('forum-day.running.left', { minutes })
  if (state === 'paused')
    return <span>{t('forum-day.running.paused', { minutes: minutesLeft(seconds) })}</span>
  return (
    <span>
      {t('forum-day.running.until', { until: timeSpan(language, run.ends_at) })}{' '}
      <span
        data-seconds-left={seconds}
        data-one={left(1)}
        data-many={left(anyMinutes)}
        data-over={t('forum-day.running.over')}
      >
        {left(minutesLeft(seconds))}
      </span>
    </span>
  )
}

/** What makes `RoundNow` count; for the head of a page. */
export const Counting = ({ visit: { site } }: { visit: Visit }) =>
  site.assets['time-left.js'] ? <script type="module" src={site.assets['time-left.js']} /> : null
