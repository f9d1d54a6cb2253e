import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import type { Sector } from '../directory.rules.ts'
import { hubSize, lineHeight, memberSize } from './labels.rules.ts'
import type { Mark, View } from './view-of.ts'

interface Props {
  visit: Visit
  view: View
  themes: readonly { id: string; name: Texts }[]
}

/**
 * Organisations and what they do together. Each mark is a link, in the order in which they are drawn; the shape of an organisation's
 * says its sector, as the key below it does.
 */
export function Drawing({ visit, view, themes }: Props) {
  const { t, language } = visit
  const { frame, rooms, edges, marks, labels, shape } = view
  const hubs = new Set(marks.filter(({ sector }) => sector === null).map(({ id }) => id))
  const themeOf = (id: string): string =>
    inLanguage(themes.find((one) => one.id === id)?.name ?? {}, language)
  return (
    // A group, since there are links in it.
    <svg
      class={`network-drawing ${shape}`}
      viewBox={`${frame.left} ${frame.top} ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="group"
      aria-label={t('network.picture.title')}
    >
      <g id={`network-${shape}`} class="network-parts">
        {rooms.map(({ theme, x, y, width, height }) => (
          <g aria-hidden="true">
            <rect
              class="room"
              x={round(x)}
              y={round(y)}
              width={round(width)}
              height={round(height)}
              rx="10"
            />
            <text class="theme" x={round(x + 12)} y={round(y + 22)}>
              {themeOf(theme) || t('network.picture.no-theme')}
            </text>
          </g>
        ))}
        <path class="edge" d={edges.map(([a, b, c, d]) => `M${a} ${b}L${c} ${d}`).join('')} />
        {marks.map((mark) => (
          <MarkLink visit={visit} mark={mark} />
        ))}
        <g aria-hidden="true">
          {labels.map(({ id, lines, x, y, anchor }) => (
            <text class={hubs.has(id) ? 'hub-name' : 'name'} text-anchor={anchor}>
              {lines.map((line, index) => (
                <tspan x={x} y={round(y + index * (hubs.has(id) ? hubSize : memberSize) * lineHeight)}>
                  {line}
                </tspan>
              ))}
            </text>
          ))}
        </g>
      </g>
    </svg>
  )
}

// As high as fits on a sheet of paper that lies on its side, in units of the drawing.
const sheetHeight = 700

/** The same on paper: as many sheets as it needs, cut between rooms. For the eye alone, the table says it all. */
export function Sheets({ view: { frame, rooms } }: Pick<Props, 'view'>) {
  return (
    <>
      {sheetsOf(frame, rooms).map(({ top, height }) => (
        <svg
          class="network-drawing sheet"
          viewBox={`${frame.left} ${top} ${frame.width} ${height}`}
          aria-hidden="true"
        >
          <use href="#network-wide" />
        </svg>
      ))}
    </>
  )
}

function sheetsOf(frame: View['frame'], rooms: View['rooms']): { top: number; height: number }[] {
  const end = frame.top + frame.height
  const cuts = [...new Set(rooms.map(({ y }) => y - 5))]
    .filter((y) => y > frame.top + 1 && y < end)
    .toSorted((a, b) => a - b)
  const sheets: { top: number; height: number }[] = []
  let top = frame.top
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1] ?? end
    if (next - top <= sheetHeight) continue
    sheets.push({ top, height: cut - top })
    top = cut
  }
  return [...sheets, { top, height: end - top }]
}

function MarkLink({ visit, mark }: { visit: Visit; mark: Mark }) {
  const { t, language } = visit
  const { slug, sector, count, radius, x, y } = mark
  const name = inLanguage(mark.name, language)
  const href = visit.to(sector === null ? `/network/${slug}` : `/network/organisations/${slug}`)
  const says =
    sector === null
      ? t('network.picture.hub', { name, count })
      : t('network.picture.member', { name, sector: t(`network.sector.${sector}`), count })
  return (
    <a href={href} class={sector === null ? 'net-hub' : `net-member is-${lookOf(sector)}`} aria-label={says}>
      <title>{says}</title>
      {sector === null ? (
        <>
          <circle cx={x} cy={y} r={round(radius)} />
          <circle class="heart" cx={x} cy={y} r={round(radius * 0.42)} />
        </>
      ) : (
        <path d={shapeOf(sector, radius)} transform={`translate(${x} ${y})`} />
      )}
    </a>
  )
}

/** A circle, a square, a triangle, a diamond, a cross: told apart without color, of about the same weight. */
export function shapeOf(sector: Sector, radius: number): string {
  const r = round(radius)
  const a = round(radius * 0.88)
  const b = round(radius * 1.22)
  const c = round(radius * 0.42)
  switch (sector) {
    case 'civil-society':
      return `M-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 -${2 * r} 0z`
    case 'city':
      return `M-${a}-${a}h${2 * a}v${2 * a}h-${2 * a}z`
    case 'academia':
      return `M0-${b}L${b} ${a}H-${b}z`
    case 'business':
      return `M0-${b}L${b} 0 0 ${b}-${b} 0z`
    case 'region':
      return `M-${c}-${b}h${2 * c}v${b - c}h${b - c}v${2 * c}h-${b - c}v${b - c}h-${2 * c}v-${b - c}h-${b - c}v-${2 * c}h${b - c}z`
  }
}

const round = (number: number): number => Math.round(number * 10) / 10
