import { dateInWords, timeSpan } from '#platform/dates.ts'
import { localDate } from '#platform/time.ts'
import { nearlyOverSeconds, runState, secondsLeft } from '../day.rules.ts'
import type { Day, Place } from '../load-day.ts'
import { momentOf } from './moment.ts'
import { BetweenRounds } from './stage-between.page.tsx'
import { Steps } from './stage-steps.page.tsx'
import { lengthOf, Three, ThreeTexts } from './three.page.tsx'

export interface StageProps {
  day: Day
  now: string
}

/** What the wall says of this moment: which round, what is asked, how much time is left. In three languages at once. */
export function Stage({ day, now }: StageProps) {
  const { place } = day
  return (
    <div class="stage" id="stage" {...momentOf(day, now)}>
      <div class="stage-main">
        {place ? <Now day={day} place={place} now={now} /> : <NotBegun day={day} now={now} />}
      </div>
      <Steps day={day} />
    </div>
  )
}

/** Whether an event is on the day that it is now. */
export const isToday = (startsAt: string, now: string): boolean => localDate(startsAt) === localDate(now)

/** Before the day itself the wall says which day it waits for. */
const NotBegun = ({ day: { event }, now }: StageProps) => (
  <>
    <h1 class="stage-title" data-length={lengthOf(event.title)}>
      <ThreeTexts of={event.title} />
    </h1>
    {isToday(event.starts_at, now) ? null : (
      <p class="stage-note">
        <Three say={(t) => dateInWords(t.language, localDate(event.starts_at))} />
      </p>
    )}
    <p class="stage-note">
      <Three say={(t) => t('forum-day.stage.begins', { time: timeSpan(t.language, event.starts_at) })} />
    </p>
  </>
)

function Now({ day, place, now }: StageProps & { place: Place }) {
  const { round, item } = place.step
  if (item) {
    return (
      <>
        <h1 class="stage-title" data-length={lengthOf(item.title)}>
          <ThreeTexts of={item.title} />
        </h1>
        <div class="stage-clock">
          {item.kind === 'break' && <TimeOnWall place={place} now={now} />}
          <Until place={place} now={now} />
        </div>
      </>
    )
  }
  if (!round) return null
  if (runState(place, now) === 'over') return <BetweenRounds day={day} />
  return (
    <>
      <p class="stage-round">
        <Three say={(t) => t('forum-day.running.round', { number: round.number, of: day.rounds.length })} />
      </p>
      <div class="stage-question" data-length={lengthOf(round.question ?? {})}>
        <h1>
          {round.question ? (
            <ThreeTexts of={round.question} />
          ) : (
            <Three say={(t) => t('forum-day.stage.no-question')} />
          )}
        </h1>
      </div>
      <div class="stage-clock">
        <TimeOnWall place={place} now={now} />
        <Until place={place} now={now} />
      </div>
    </>
  )
}

/** The time as large as the wall allows. The page counts by the server's clock: that of its computer may be wrong. */
function TimeOnWall({ place, now }: { place: Place; now: string }) {
  const state = runState(place, now)
  const left = secondsLeft(place, now)
  return (
    <p
      class="stage-time"
      role="timer"
      data-clock={state === 'running' ? Date.parse(place.ends_at) : undefined}
      data-nearly={left <= nearlyOverSeconds ? '' : undefined}
    >
      {clockOf(left)}
    </p>
  )
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

function Until({ place, now }: { place: Place; now: string }) {
  const state = runState(place, now)
  if (state === 'paused') {
    return (
      <p class="stage-note">
        <Three say={(t) => t('forum-day.stage.paused')} />
      </p>
    )
  }
  const isBreak = place.step.item?.kind === 'break'
  if (place.step.item && !isBreak) return null
  return (
    <p class="stage-note">
      <Three
        say={(t) =>
          t(isBreak ? 'forum-day.stage.go-on-at' : 'forum-day.stage.until', {
            time: timeSpan(t.language, place.ends_at),
          })
        }
      />
      {!isBreak && (
        <span class="stage-nearly">
          <Three say={(t) => t('forum-day.stage.nearly')} />
        </span>
      )}
    </p>
  )
}
