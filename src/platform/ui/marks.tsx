/** A series is told apart by its shape; the colour only helps. */
export const seriesMarks = ['brick', 'blue', 'green', 'plum', 'sun', 'slate'] as const
export type Mark = (typeof seriesMarks)[number]

/** A sector is told apart by its pattern, in bars, keys and lists. */
export type SectorLook = 'solid' | 'bars' | 'dots' | 'lines' | 'zigzag' | 'crosses' | 'frame'

const starPoints = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 7.4 : 3.3
  const angle = (index * Math.PI) / 5
  return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`
})

/** Drawn around 0,0 in a square of 16. */
const shapes: Record<Mark, string> = {
  brick: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
  blue: 'M-5.3-5.3h10.6v10.6h-10.6z',
  green: 'M0-6.2L6.4 4.9H-6.4z',
  plum: 'M0-7L7 0 0 7-7 0z',
  sun: `M${starPoints.join('L')}z`,
  slate: 'M-2.4-6.6h4.8v4.2h4.2v4.8h-4.2v4.2h-4.8v-4.2h-4.2v-4.8h4.2z',
}

/** A mark that is stored as text; one we don't know is shown as slate. */
export const markNamed = (text: string): Mark => seriesMarks.find((mark) => mark === text) ?? 'slate'

export const shapeOf = (mark: Mark): string => shapes[mark]

interface SeriesMarkProps {
  mark: string
  /** Only the outline: for what is still to come. */
  hollow?: boolean
}

/** Decoration beside the series' name, never instead of it. */
export function SeriesMark({ mark, hollow = false }: SeriesMarkProps) {
  const known = markNamed(mark)
  return (
    <svg class={`mark in-${known}`} viewBox="-8 -8 16 16" aria-hidden="true">
      <path class={hollow ? 'fill hollow' : 'fill'} d={shapes[known]} />
    </svg>
  )
}

export interface Box {
  x: number
  width: number
  height: number
}

const steps = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, index) => from + index * by)

/** Zigzag lines that stay inside the box, whatever its width. */
function zigzag({ x, width, height }: Box): string {
  const corners = steps(x + 1, x + width - 1, 5).map(
    (at, index) => `${at} ${index % 2 === 0 ? height - 3 : 3}`,
  )
  return corners.length > 1 ? `M${corners.join('L')}` : ''
}

/** The lines of a pattern inside a box; drawn, not filled, so that paper and chosen colours keep them. */
function patternOf(look: SectorLook, box: Box): string {
  const { x, width, height } = box
  const end = x + width
  switch (look) {
    case 'solid':
      return ''
    case 'bars':
      return steps(x + 2.5, end - 0.5, 5)
        .map((at) => `M${at} 0V${height}`)
        .join('')
    case 'dots':
      return steps(x + 3.5, end - 1, 6)
        .map((at) => `M${at} ${height * 0.28}h.01M${at} ${height * 0.72}h.01`)
        .join('')
    case 'lines':
      return [0.2, 0.5, 0.8].map((at) => `M${x} ${height * at}H${end}`).join('')
    case 'zigzag':
      return zigzag(box)
    case 'crosses':
      return steps(x + 4, end - 2, 7)
        .map((at) => `M${at - 2} ${height / 2}h4M${at} ${height / 2 - 2}v4`)
        .join('')
    case 'frame':
      return `M${x + 1} 1H${end - 1}V${height - 1}H${x + 1}z`
  }
}

interface PatternProps {
  look: SectorLook
  box: Box
}

/** One part of a bar, in its sector's pattern. */
export function Pattern({ look, box }: PatternProps) {
  const d = patternOf(look, box)
  return (
    <g class={`is-${look}`}>
      <rect class="ground" x={box.x} width={box.width} height={box.height} />
      {d && (
        <path
          class="pattern"
          d={d}
          stroke-width={look === 'dots' ? 4 : 2.2}
          stroke-linecap={look === 'dots' ? 'round' : 'butt'}
        />
      )}
    </g>
  )
}

/** Decoration beside the sector's name, never instead of it. */
export function SectorMark({ look }: { look: SectorLook }) {
  return (
    <svg class="mark sector-mark" viewBox="0 0 16 16" aria-hidden="true">
      <Pattern look={look} box={{ x: 0, width: 16, height: 16 }} />
    </svg>
  )
}
