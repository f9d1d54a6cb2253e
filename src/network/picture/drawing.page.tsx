import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { Sector } from '../directory.rules.ts'
import { hubSize, type Label, lineHeight, memberSize } from './labels.rules.ts'
import type { Spot } from './layout.ts'
import type { Shape } from './rooms.rules.ts'
import type { RoomShown, Told, View } from './view-of.ts'

interface Props {
  visit: Visit
  view: View
  /** How much is in it, in words. */
  says: string
}

// Where there is room for more, it is shown somewhat larger than it is drawn.
const larger: Record<Shape, number> = { wide: 1.12, middle: 1.3, narrow: 1.5 }

/**
 * Organisations and what they do together. Each mark is a link, room by room, each partnership before its members; the shape of an
 * organisation's says its sector, as the key below it does. While a mark is pointed at or has the focus its lines come forward.
 */
export function Drawing({ visit, view, says }: Props) {
  const { t } = visit
  const { frame, rooms, edges, shape } = view
  const [title, about] = [`network-${shape}-title`, `network-${shape}-about`]
  return (
    // A group, since there are links in it.
    <svg
      class={`network-drawing ${shape}`}
      viewBox={`${frame.left} ${frame.top} ${frame.width} ${frame.height}`}
      width={Math.round(frame.width * larger[shape])}
      height={Math.round(frame.height * larger[shape])}
      role="group"
      aria-labelledby={title}
      aria-describedby={about}
    >
      <title id={title}>{t('network.picture.title')}</title>
      <desc id={about}>{says}</desc>
      <g id={`network-${shape}`} class="network-parts">
        <g aria-hidden="true">
          {rooms.map(({ x, y, width, height }) => (
            <rect
              class="room"
              x={round(x)}
              y={round(y)}
              width={round(width)}
              height={round(height)}
              rx="10"
            />
          ))}
          <path class="edge across" d={edges.across.map(lineOf).join('')} />
          <path class="edge" d={edges.within.map(lineOf).join('')} />
          {rooms.map((room) => (
            <Heading room={room} />
          ))}
        </g>
        {rooms.map(({ name, marks }) => (
          <g role="group" aria-label={name}>
            {marks.map((mark) => (
              <MarkLink visit={visit} mark={mark} />
            ))}
          </g>
        ))}
        <g class="names" aria-hidden="true">
          {rooms.flatMap(({ marks }) =>
            marks.map(
              ({ label, sector }) => label?.hasRoom && <Name label={label} isHub={sector === null} />,
            ),
          )}
        </g>
      </g>
    </svg>
  )
}

const lineOf = ([from, to]: readonly [Spot, Spot]): string =>
  `M${from.x} ${from.y}l${to.x - from.x} ${to.y - from.y}`

function Heading({ room: { x, y, heading } }: { room: RoomShown }) {
  return (
    <text class="theme">
      {heading.map((line, at) => (
        <tspan x={round(x + 12)} y={round(y + 24 + at * 20)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function Name({ label: { lines, x, y, anchor }, isHub }: { label: Label; isHub: boolean }) {
  return (
    <text class={isHub ? 'hub-name' : 'name'} text-anchor={anchor}>
      {lines.map((line, index) => (
        <tspan x={x} y={round(y + index * (isHub ? hubSize : memberSize) * lineHeight)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function MarkLink({ visit, mark }: { visit: Visit; mark: Told }) {
  const { t, language } = visit
  const { slug, sector, count, radius, x, y, label, ties } = mark
  const name = inLanguage(mark.name, language)
  const isHub = sector === null
  const href = visit.to(isHub ? `/network/${slug}` : `/network/organisations/${slug}`)
  const says = isHub
    ? t('network.picture.hub', { name, count })
    : t('network.picture.member', { name, sector: t(`network.sector.${sector}`), count })
  return (
    <a
      href={href}
      class={`${isHub ? 'net-hub' : `net-member is-${lookOf(sector)}`}${label?.hasRoom ? '' : ' is-unnamed'}`}
      aria-label={says}
    >
      <title>{says}</title>
      <path class="ties" d={ties.map((to) => lineOf([mark, to])).join('')} />
      {isHub ? (
        <>
          <circle cx={x} cy={y} r={round(radius)} />
          <circle class="heart" cx={x} cy={y} r={round(radius * 0.42)} />
        </>
      ) : (
        <path class="mark" d={shapeOf(sector, radius)} transform={`translate(${x} ${y})`} />
      )}
      {label && !label.hasRoom && (
        <g class="unseen-name" aria-hidden="true">
          <Name label={label} isHub={isHub} />
        </g>
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
