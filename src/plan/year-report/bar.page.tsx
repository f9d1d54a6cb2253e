import { Pattern } from '#platform/ui/marks.tsx'

const bar = { width: 240, height: 12 }

/** A bar beside its number; the number says the same. */
export const Bar = ({ part }: { part: number }) =>
  part > 0 && (
    <svg class="met-bar seats plain" viewBox={`0 0 ${bar.width} ${bar.height}`} aria-hidden="true">
      <Pattern look="lines" box={{ x: 0, width: Math.max(3, part * bar.width), height: bar.height }} />
    </svg>
  )

const chart = { width: 240, height: 130, top: 22, bottom: 22 }

interface YearBarsProps {
  title: string
  /** Each year with its number as it is written. */
  bars: readonly { year: number; value: number; said: string }[]
}

/** One number over the years, as a picture; the table beside it says the same. */
export function YearBars({ title, bars }: YearBarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const room = chart.height - chart.top - chart.bottom
  const step = chart.width / Math.max(1, bars.length)
  const width = Math.min(48, step * 0.6)
  const base = chart.height - chart.bottom
  return (
    <figure class="year-bars">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} aria-hidden="true">
        <path class="axis" d={`M0 ${base}H${chart.width}`} />
        {bars.map(({ year, value, said }, index) => {
          const middle = step * (index + 0.5)
          const height = (value / most) * room
          return (
            <>
              <rect class="bar" x={middle - width / 2} y={base - height} width={width} height={height} />
              <text x={middle} y={base - height - 5}>
                {said}
              </text>
              <text x={middle} y={chart.height - 5}>
                {String(year)}
              </text>
            </>
          )
        })}
      </svg>
    </figure>
  )
}
