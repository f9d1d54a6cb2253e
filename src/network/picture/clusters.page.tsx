import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { DataTable } from '#platform/ui/parts.tsx'
import { type Sector, sectors } from '../directory.rules.ts'
import type { Theme } from '../partnerships/beside.ts'
import type { SectorCount } from '../partnerships/tables.ts'
import { shapeOf } from './drawing.page.tsx'

export type Cluster = SectorCount

interface Props {
  visit: Visit
  themes: readonly Theme[]
  clusters: readonly Cluster[]
}

const shapes = {
  wide: { width: 900, head: 220, row: 84, markMax: 30, top: 34 },
  narrow: { width: 360, head: 0, row: 96, markMax: 20, top: 6 },
} as const

/** How many of each sector do something together about each theme: for a network that is too large to be drawn one by one. */
export function Clusters(props: Props) {
  const { visit, themes, clusters } = props
  const { t, language } = visit
  const shown = themes.filter(({ id }) => clusters.some(({ theme_id }) => theme_id === id))
  const countOf = (theme: string, sector: Sector): number =>
    clusters.find((one) => one.theme_id === theme && one.sector === sector)?.count ?? 0
  return (
    <>
      <Bubbles {...props} themes={shown} countOf={countOf} shape="wide" />
      <Bubbles {...props} themes={shown} countOf={countOf} shape="narrow" />
      <DataTable
        caption={t('network.picture.by-theme')}
        head={[t('partnerships.filter.theme'), ...sectors.map((sector) => t(`network.sector.${sector}`))]}
        rows={shown.map(({ id, slug, name }) => [
          <a href={visit.to(`/network/picture?theme=${slug}`)}>{inLanguage(name, language)}</a>,
          ...sectors.map((sector) => String(countOf(id, sector))),
        ])}
      />
    </>
  )
}

type BubbleProps = Props & { countOf: (theme: string, sector: Sector) => number; shape: keyof typeof shapes }

function Bubbles({ visit, themes, countOf, shape }: BubbleProps) {
  const { t, language } = visit
  const { width, head, row, markMax, top } = shapes[shape]
  const most = Math.max(1, ...themes.flatMap(({ id }) => sectors.map((sector) => countOf(id, sector))))
  const middle = (at: number): number => head + ((width - head) * (at + 0.5)) / sectors.length
  const height = top + themes.length * row
  return (
    <svg
      class={`network-drawing clusters ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={t('network.picture.by-theme')}
    >
      <g class="network-parts">
        {shape === 'wide' &&
          sectors.map((sector, at) => (
            <text class="name" text-anchor="middle" x={middle(at)} y="18" aria-hidden="true">
              {t(`network.sector.${sector}`)}
            </text>
          ))}
        {themes.map(({ id, slug, name }, line) => {
          const y = top + line * row
          const below = shape === 'narrow' ? 18 : 0
          return (
            <g>
              <rect
                class="room"
                x="2"
                y={y + 3}
                width={width - 4}
                height={row - 6}
                rx="10"
                aria-hidden="true"
              />
              <text class="theme" x="12" y={shape === 'wide' ? y + row / 2 + 5 : y + 22} aria-hidden="true">
                {inLanguage(name, language)}
              </text>
              {sectors.map((sector, at) => (
                <Bubble
                  visit={visit}
                  theme={{ slug, name: inLanguage(name, language) }}
                  sector={sector}
                  count={countOf(id, sector)}
                  radius={4 + (markMax - 10) * Math.sqrt(countOf(id, sector) / most)}
                  at={{ x: middle(at), y: y + row / 2 + below - 6, below: y + row - 10 }}
                />
              ))}
            </g>
          )
        })}
      </g>
    </svg>
  )
}

interface BubbleOf {
  visit: Visit
  theme: { slug: string; name: string }
  sector: Sector
  count: number
  radius: number
  at: { x: number; y: number; below: number }
}

function Bubble({ visit, theme, sector, count, radius, at }: BubbleOf) {
  const { t } = visit
  if (count === 0) return null
  const says = t('network.picture.cluster', {
    theme: theme.name,
    sector: t(`network.sector.${sector}`),
    count,
  })
  return (
    <a
      href={visit.to(`/network/picture?theme=${theme.slug}&sector=${sector}`)}
      class={`net-member is-${lookOf(sector)}`}
      aria-label={says}
    >
      <title>{says}</title>
      <path d={shapeOf(sector, radius)} transform={`translate(${at.x} ${at.y})`} />
      <text class="count" text-anchor="middle" x={at.x} y={at.below}>
        {count}
      </text>
    </a>
  )
}
