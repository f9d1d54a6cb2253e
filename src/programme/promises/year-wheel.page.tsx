import { arc } from 'd3-shape'
import type { Words } from '#platform/words.ts'
import { WheelKey } from './wheel-key.page.tsx'
import { Deadline, isCounted, type Marked, Marks } from './wheel-marks.page.tsx'
import { partOfYear, pointAt, rings } from './year-wheel.rules.ts'

export interface WheelSeries {
  key: string
  name: string
  mark: string
  /** What is marked on its ring. */
  marked: readonly Marked[]
  /** The day on which the next one has to be announced. */
  nextBy: string | null
}

export interface YearWheelProps {
  t: Words
  year: number
  /** 'YYYY-MM-DD'; a hand points there when it is in the year. */
  today: string
  /** One ring each, the first outermost. */
  series: readonly WheelSeries[]
  /** The series that the page is about; the others stand back. */
  front?: string | undefined
}

const size = { half: 216, months: 210, rings: 178, hub: 58 }
type Ring = ReturnType<typeof rings>[number]

// d3 measures angles from the top, with the clock, as we do.
const path = (from: number, to: number, { outer, inner }: Pick<Ring, 'outer' | 'inner'>): string =>
  arc<null>()
    .digits(1)
    .innerRadius(inner)
    .outerRadius(outer)
    .startAngle(from * 2 * Math.PI)
    .endAngle(to * 2 * Math.PI)(null) ?? ''

/**
 * The year as a wheel. The drawing is for the eye alone, also its links: whoever shows it puts the same meetings
 * beside it as a list or a table, where the keyboard and a reading voice find them.
 */
export function YearWheel({ t, year, today, series, front }: YearWheelProps) {
  const now = Number(today.slice(0, 4)) === year ? partOfYear(today) : null
  const tracks = rings(series.length, size.rings, size.hub)
  const past = now ?? (Number(today.slice(0, 4)) > year ? 1 : 0)
  const inOrder = series.toSorted((one, other) => Number(other.key === front) - Number(one.key === front))
  const withCount = inOrder.some((one, index) => {
    const ring = tracks[index]
    return ring !== undefined && isCounted({ series: one, ring })
  })
  return (
    <figure class="wheel">
      <svg viewBox={`${-size.half} ${-size.half} ${size.half * 2} ${size.half * 2}`} aria-hidden="true">
        <Months t={t} year={year} today={today} />
        {tracks.map((ring) => (
          <>
            <path class="ring" d={path(past, 1, ring)} />
            <path class="past" d={path(0, past, ring)} />
          </>
        ))}
        {now !== null && <Hand at={now} />}
        {inOrder.map((one, index) => {
          const ring = tracks[index]
          if (!ring) return null
          return (
            <g class={front && front !== one.key ? 'on-ring behind' : 'on-ring'}>
              {one.nextBy?.startsWith(`${year}-`) && <Deadline at={one.nextBy} ring={ring} />}
              <Marks series={one} ring={ring} />
            </g>
          )
        })}
        <text class="year" y={now === null ? 0 : -11}>
          {year}
        </text>
        {now !== null && (
          <text class="date" y="19">
            {dayInWords(t, today)}
          </text>
        )}
      </svg>
      <figcaption>
        <WheelKey t={t} series={series} withToday={now !== null} withCount={withCount} />
      </figcaption>
    </figure>
  )
}

const dayInWords = (t: Words, date: string): string =>
  new Intl.DateTimeFormat(t.language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(new Date(`${date}T12:00:00Z`))
    .replace('.', '')

function Months({ t, year, today }: Pick<YearWheelProps, 't' | 'year' | 'today'>) {
  const name = new Intl.DateTimeFormat(t.language, { month: 'short', timeZone: 'UTC' })
  return (
    <>
      {Array.from({ length: 12 }, (_, month) => {
        const first = `${year}-${String(month + 1).padStart(2, '0')}-01`
        const from = partOfYear(first)
        const to = month === 11 ? 1 : partOfYear(`${year}-${String(month + 2).padStart(2, '0')}-01`)
        const at = (from + to) / 2
        // A name is wider than it is high: at the sides it stands further out, clear of the marks on the outer ring.
        const aside = 9 * Math.abs(Math.sin(at * 2 * Math.PI))
        const middle = pointAt(at, (size.months + size.rings + 6) / 2 + aside)
        const isNow = today.slice(0, 7) === first.slice(0, 7)
        return (
          <>
            <path
              class={month % 2 === 0 ? 'month' : 'month even'}
              d={path(from, to, { outer: size.months, inner: size.rings + 6 })}
            />
            <text class={isNow ? 'month-name now' : 'month-name'} x={middle.x} y={middle.y}>
              {name
                .format(new Date(`${first}T12:00:00Z`))
                .replace('.', '')
                .slice(0, 4)}
            </text>
          </>
        )
      })}
    </>
  )
}

/** Points at today: a line from a disc at the hub to the month, so that it is not known by its colour alone. */
function Hand({ at }: { at: number }) {
  const from = pointAt(at, size.hub - 6)
  const to = pointAt(at, size.rings + 2)
  return (
    <>
      <line class="hand" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <line class="hand-core" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <path
        class="sun"
        d="M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z"
        transform={`translate(${from.x} ${from.y})`}
      />
    </>
  )
}
