import { markNamed, shapeOf } from '#platform/ui/marks.tsx'
import { type Gathered, gathered, partOfYear, pointAt } from './year-wheel.rules.ts'

/** What stands on a ring: a meeting that was held or is coming, or one that was promised and is still missing. */
export interface Marked {
  /** 'YYYY-MM-DD'. */
  date: string
  kind: 'held' | 'coming' | 'missing'
  title: string
  href?: string
}

interface Ring {
  outer: number
  inner: number
  middle: number
}

// Nearer than this, measured along a ring, two marks would hide each other.
const apart = 21

interface Props {
  series: { mark: string; marked: readonly Marked[] }
  ring: Ring
}

/** Everything on the ring of one series; what would collide is one mark with a count. */
export const Marks = ({ series, ring }: Props) => (
  <>
    {gathered(series.marked, ring.middle, apart).map((place) => (
      <Place mark={markNamed(series.mark)} place={place} ring={ring} />
    ))}
  </>
)

/** Where meetings stand, they are what is counted; what is missing is told by the words beside the wheel. */
function shownAt({ items }: Gathered<Marked>): Marked[] {
  const meetings = items.filter(({ kind }) => kind !== 'missing')
  return meetings.length > 0 ? meetings : items
}

/** Some of what stands on the ring is one mark with a count. */
export const isCounted = ({ series, ring }: Props): boolean =>
  gathered(series.marked, ring.middle, apart).some((place) => shownAt(place).length > 1)

interface PlaceProps {
  mark: ReturnType<typeof markNamed>
  place: Gathered<Marked>
  ring: Ring
}

function Place({ mark, place, ring }: PlaceProps) {
  const { x, y } = pointAt(place.part, ring.middle)
  const shown = shownAt(place)
  const [first] = shown
  if (!first) return null
  const kind = shown.every((one) => one.kind === first.kind) ? first.kind : 'coming'
  const inside = (
    <>
      <title>{shown.map(({ title }) => title).join('\n')}</title>
      <circle class="touch" r="11" />
      {shown.length === 1 ? (
        <path class={`dot ${kind}`} d={shapeOf(mark)} transform="scale(1.15)" />
      ) : (
        <>
          <circle class={`dot ${kind}`} r="9.2" />
          <text class={`count ${kind}`}>{shown.length > 99 ? '99+' : shown.length}</text>
        </>
      )}
    </>
  )
  const transform = `translate(${x} ${y})`
  return first.href ? (
    <a href={first.href} tabindex={-1} class={`in-${mark}`} transform={transform}>
      {inside}
    </a>
  ) : (
    <g class={`in-${mark}`} transform={transform}>
      {inside}
    </g>
  )
}

/** A flag across the ring: by then the next one has to be announced. */
export function Deadline({ at, ring }: { at: string; ring: Ring }) {
  const turn = Math.round(partOfYear(at) * 3600) / 10
  return (
    <g class="flag" transform={`rotate(${turn}) translate(0 ${-ring.middle})`}>
      <path class="flag-edge" d={flag} />
      <path class="flag-cloth" d={flag} />
    </g>
  )
}

export const flag = 'M0 8V-8.5L7 -5.2L0 -2'
