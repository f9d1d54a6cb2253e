import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Text } from '#platform/ui/text.tsx'
import { runState } from './day.rules.ts'
import type { Day, DayStep } from './load-day.ts'
import { TimeLeft } from './running-round.page.tsx'
import type { Showing } from './tables.ts'

interface Props {
  visit: Visit
  day: Day
}

/** What a step is called: its round, or its title in the programme. */
export const stepName = ({ t, language }: Visit, step: DayStep): string =>
  step.round
    ? t('forum-day.step.round', { number: step.round.number })
    : inLanguage(step.item?.title ?? {}, language)

/** What is on, and the buttons, as large as a thumb in a hurry needs them. */
export function DayButtons({ visit, day }: Props) {
  const { t } = visit
  const { place, next, rounds } = day
  const question = place?.step.round?.question
  return (
    <section id="round-now" class="day-desk stack" aria-label={t('forum-day.now.label')}>
      <div class="day-now">
        <p class="day-step">{place ? stepName(visit, place.step) : t('forum-day.now.not-begun')}</p>
        {place && (
          <p class="day-left">
            <TimeLeft visit={visit} run={place} />
          </p>
        )}
        {question && (
          <p>
            <Text of={question} t={t} />
          </p>
        )}
      </div>
      {next && (
        <Press day={day} what="go" to={next.key} isMain={isTimeForNext(visit, day)}>
          {next.round
            ? t('forum-day.button.start-round', { number: next.round.number, of: rounds.length })
            : t('forum-day.button.go-on', { step: stepName(visit, next) })}
        </Press>
      )}
      <RoundButtons visit={visit} day={day} />
      {(place ?? day.version > 0) && (
        <Press day={day} what="back">
          {t('forum-day.button.back')}
        </Press>
      )}
      <WhatTheWallShows visit={visit} day={day} />
    </section>
  )
}

/** While a round has time left, going on is not what the thumb should find first. */
const isTimeForNext = ({ now }: Visit, { place }: Day): boolean =>
  !place?.step.round || runState(place, now) === 'over'

function RoundButtons({ visit: { t, now }, day }: Props) {
  const { place } = day
  if (!place?.step.round || place.ended_at !== null) return null
  const state = runState(place, now)
  return (
    <div class="day-pair">
      {state === 'paused' && (
        <Press day={day} what="resume" isMain>
          {t('forum-day.button.resume')}
        </Press>
      )}
      <Press day={day} what="more">
        {t('forum-day.button.more')}
      </Press>
      {state === 'running' && (
        <Press day={day} what="pause">
          {t('forum-day.button.pause')}
        </Press>
      )}
      {state !== 'over' && (
        <Press day={day} what="end">
          {t('forum-day.button.end')}
        </Press>
      )}
    </div>
  )
}

interface PressProps {
  day: Day
  what: string
  to?: string
  isMain?: boolean
  children?: Child
}

/** One button, which knows what its page had seen. */
export const Press = ({ day, what, to, isMain = false, children }: PressProps) => (
  <form method="post" class="day-press">
    <input type="hidden" name="seen" value={day.version} />
    {to && <input type="hidden" name="to" value={to} />}
    <SubmitButton name="do" value={what} variant={isMain ? 'primary' : 'secondary'}>
      {children}
    </SubmitButton>
  </form>
)

const wallParts: readonly Showing[] = ['now', 'cards', 'commitments']

function WhatTheWallShows({ visit: { t }, day }: Props) {
  return (
    <form method="post" class="day-wall stack-tight">
      <input type="hidden" name="seen" value={day.version} />
      <input type="hidden" name="do" value="show" />
      <h2>{t('forum-day.wall.shows')}</h2>
      <div class="day-pair">
        {wallParts.map((what) => (
          <button
            type="submit"
            class="ds-button"
            data-variant={day.showing === what ? 'primary' : 'secondary'}
            name="what"
            value={what}
            aria-pressed={day.showing === what ? 'true' : 'false'}
          >
            {t(`forum-day.wall.showing.${what}`)}
          </button>
        ))}
      </div>
    </form>
  )
}
