import { inLanguage } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import type { Day, DayStep } from '../load-day.ts'
import { Three } from './three.page.tsx'

const labelOf = (step: DayStep, t: Words): string =>
  step.round
    ? t('forum-day.step.round', { number: step.round.number })
    : inLanguage(step.item?.title ?? {}, t.language)

/** The programme with where we are, and what comes next. */
export function Steps({ day: { steps, place, next } }: { day: Day }) {
  const at = place ? steps.indexOf(place.step) : -1
  if (steps.length === 0) return null
  return (
    <div class="stage-steps">
      {next && (
        <p class="stage-next">
          <span class="stage-next-label">
            <Three say={(t) => t('forum-day.stage.next')} />
          </span>
          <Three say={(t) => labelOf(next, t)} />
        </p>
      )}
      <ol>
        {steps.map((step, index) => (
          <li
            aria-current={index === at ? 'step' : undefined}
            data-done={index < at ? '' : undefined}
            data-round={step.round ? '' : undefined}
          >
            <span class="unseen">
              <Three say={(t) => labelOf(step, t)} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
