import type { Day } from '../load-day.ts'
import { Three } from './three.page.tsx'

/** Time is out: whoever moves on learns where to. */
export function BetweenRounds({ day }: { day: Day }) {
  const { next, place, rounds } = day
  const nextRound = rounds.find(({ number }) => number > (place?.step.round?.number ?? 0))
  if (!nextRound) {
    return (
      <h1 class="stage-title">
        <Three say={(t) => t('forum-day.stage.rounds-over')} />
      </h1>
    )
  }
  const isBreakFirst = next !== null && next.round === null
  return (
    <>
      <h1 class="stage-title">
        <Three say={(t) => t(isBreakFirst ? 'forum-day.stage.time-over' : 'forum-day.stage.move')} />
      </h1>
      {!isBreakFirst && (
        <>
          <p class="stage-note">
            <Three say={(t) => t('forum-day.stage.find', { number: nextRound.number })} />
          </p>
          <PeculiarTables day={day} />
        </>
      )}
    </>
  )
}

/** Tables where something is peculiar, so that nobody has to ask aloud. */
function PeculiarTables({ day: { tables } }: { day: Day }) {
  const peculiar = tables.filter(
    ({ language, hearing_loop }) => (language && language !== 'sv') || hearing_loop === 1,
  )
  if (peculiar.length === 0) return null
  return (
    <ul class="stage-tables">
      {peculiar.map(({ number, language, hearing_loop }) => (
        <li>
          <strong>{number}</strong>
          {language && language !== 'sv' && <Three say={(t) => t(`forum-day.stage.spoken.${language}`)} />}
          {hearing_loop === 1 && <Three say={(t) => t('forum-day.stage.hearing-loop')} />}
        </li>
      ))}
    </ul>
  )
}
