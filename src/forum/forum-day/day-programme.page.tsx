import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { Press, stepName } from './day-buttons.page.tsx'
import type { Day, DayStep } from './load-day.ts'

interface Props {
  visit: Visit
  day: Day
  mayMove: boolean
}

/** The whole day in order, and the way to a step further on: rounds are left out when time is short. */
export function DayProgramme({ visit, day, mayMove }: Props) {
  const { t } = visit
  const { steps, place, event } = day
  const at = place ? steps.indexOf(place.step) : -1
  return (
    <section class="stack" aria-labelledby="steps">
      <h2 id="steps">{t('forum-day.steps.title')}</h2>
      {steps.length === 0 && <Empty>{t('forum-day.steps.none')}</Empty>}
      <ol class="lined-list day-steps">
        {steps.map((step, index) => (
          <li aria-current={index === at && event.ends_at > visit.now ? 'step' : undefined}>
            <Step visit={visit} day={day} step={step} />
            {index === at && event.ends_at > visit.now && <Tag kind="good">{t('forum-day.steps.now')}</Tag>}
            {mayMove && index > at + 1 && (
              <Press day={day} what="go" to={step.key}>
                {t('forum-day.steps.go')} <span class="unseen">{stepName(visit, step)}</span>
              </Press>
            )}
          </li>
        ))}
      </ol>
      <p class="row">
        <LinkButton variant="tertiary" href={visit.to(`/office/events/${event.id}/programme`)}>
          {t('forum-day.steps.edit')}
        </LinkButton>
        <LinkButton variant="tertiary" href={visit.to(`/office/events/${event.id}/seating`)}>
          {t('forum-day.rounds.to-seating')}
        </LinkButton>
      </p>
    </section>
  )
}

function Step({ visit, day, step }: { visit: Visit; day: Day; step: DayStep }) {
  const { t, language } = visit
  const run = day.runs.find(({ round }) => round === step.round?.number)
  return (
    <div class="stack-tight">
      <p>
        <strong>{stepName(visit, step)}</strong>
      </p>
      {step.round?.question && (
        <p>
          <Text of={step.round.question} t={t} />
        </p>
      )}
      <p class="quiet small">
        {run && run.ended_at !== null
          ? t('forum-day.steps.ran', {
              span: timeSpan(language, run.started_at, run.ended_at),
            })
          : step.round
            ? t('forum-day.steps.minutes', { minutes: step.round.minutes })
            : timeSpan(language, step.item?.time.starts_at ?? day.event.starts_at)}
      </p>
    </div>
  )
}
