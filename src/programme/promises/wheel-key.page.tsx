import type { Child } from 'hono/jsx'
import { SeriesMark } from '#platform/ui/marks.tsx'
import type { Words } from '#platform/words.ts'
import { flag } from './wheel-marks.page.tsx'
import type { WheelSeries } from './year-wheel.page.tsx'

interface Props {
  t: Words
  series: readonly WheelSeries[]
  withToday: boolean
  /** Some marks are a number. */
  withCount: boolean
}

/** What the signs of the wheel mean; only those that may stand in it. */
export function WheelKey({ t, series, withToday, withCount }: Props) {
  const has = (kind: string): boolean => series.some(({ marked }) => marked.some((one) => one.kind === kind))
  return (
    <ul class="key">
      {series
        .filter(({ marked, nextBy }) => marked.length > 0 || nextBy)
        .map(({ name, mark }) => (
          <li>
            <SeriesMark mark={mark} />
            {name}
          </li>
        ))}
      <li>
        <SeriesMark mark="slate" />
        {t('wheel.held')}
      </li>
      <li>
        <SeriesMark mark="slate" hollow />
        {t('wheel.coming')}
      </li>
      {has('missing') && (
        <Sign words={t('wheel.missing')}>
          <circle class="dot missing in-slate" r="6" />
        </Sign>
      )}
      {withCount && (
        <Sign words={t('wheel.several')}>
          <g class="in-slate">
            <circle class="dot held" r="8.2" />
            <text class="count held">2</text>
          </g>
        </Sign>
      )}
      {series.some(({ nextBy }) => nextBy) && (
        <Sign words={t('wheel.deadline')}>
          <path class="flag-cloth" d={flag} transform="scale(.85) translate(-3 0)" />
        </Sign>
      )}
      {withToday && (
        <Sign words={t('wheel.today')}>
          <path class="sun" d="M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z" />
        </Sign>
      )}
    </ul>
  )
}

const Sign = ({ words, children }: { words: string; children?: Child }) => (
  <li>
    <svg class="mark" viewBox="-9 -9 18 18" aria-hidden="true">
      {children}
    </svg>
    {words}
  </li>
)
