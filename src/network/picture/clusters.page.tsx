import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { DataTable } from '#platform/ui/parts.tsx'
import { type Sector, sectors } from '../directory.rules.ts'
import type { Theme } from '../partnerships/beside.ts'
import type { SectorCount } from '../partnerships/tables.ts'
import { addressOf, type AskedFor } from './address.ts'
import { shapeOf } from './drawing.page.tsx'
import { linesOf } from './labels.rules.ts'

export type Cluster = SectorCount

interface Props {
  visit: Visit
  asked: AskedFor
  themes: readonly Theme[]
  clusters: readonly Cluster[]
}

interface Row {
  slug: string
  name: string
  counts: readonly { sector: Sector; count: number }[]
}

const sizes = {
  wide: { width: 720, head: 220, row: 84, markMax: 30, top: 34, larger: 1.25 },
  narrow: { width: 320, head: 0, row: 96, markMax: 22, top: 6, larger: 1.5 },
} as const

/** How many of each sector do something together about each theme: for a network that is too large to be drawn one by one. */
export function Clusters({ visit, asked, themes, clusters }: Props) {
  const { t, language } = visit
  const none = { id: '', slug: '', name: { [language]: t('network.picture.no-theme') } }
  const rows = [...themes, none]
    .filter(({ id }) => clusters.some(({ theme_id }) => theme_id === id))
    .map(({ id, slug, name }): Row => ({
      ...{ slug, name: inLanguage(name, language) },
      counts: sectors.map((sector) => ({
        sector,
        count: clusters.find((one) => one.theme_id === id && one.sector === sector)?.count ?? 0,
      })),
    }))
  return (
    <>
      <Bubbles visit={visit} asked={asked} rows={rows} shape="wide" />
      <Bubbles visit={visit} asked={asked} rows={rows} shape="narrow" />
      <DataTable
        caption={t('network.picture.by-theme')}
        onPhone="labels"
        head={[t('partnerships.filter.theme'), ...sectors.map((sector) => t(`network.sector.${sector}`))]}
        rows={rows.map(({ slug, name, counts }) => [
          slug ? <a href={addressOf(visit, { ...asked, theme: slug })}>{name}</a> : name,
          ...counts.map(({ count }) => String(count)),
        ])}
      />
    </>
  )
}

type BubblesOf = Pick<Props, 'visit' | 'asked'> & { rows: readonly Row[]; shape: keyof typeof sizes }

function Bubbles({ visit, asked, rows, shape }: BubblesOf) {
  const { t } = visit
  const { width, head, row, markMax, top, larger } = sizes[shape]
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts.map(({ count }) => count)))
  const middle = (at: number): number => head + ((width - head) * (at + 0.5)) / sectors.length
  const height = top + rows.length * row
  const title = `network-counts-${shape}`
  return (
    <svg
      class={`network-drawing clusters ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width * larger}
      height={height * larger}
      role="group"
      aria-labelledby={title}
    >
      <title id={title}>{t('network.picture.by-theme')}</title>
      <g class="network-parts">
        {shape === 'wide' &&
          sectors.map((sector, at) => (
            <text class="count" text-anchor="middle" x={middle(at)} y="20" aria-hidden="true">
              {t(`network.sector.${sector}`)}
            </text>
          ))}
        {rows.map((one, line) => {
          const y = top + line * row
          const below = shape === 'narrow' ? 12 : -6
          return (
            <g role="group" aria-label={one.name}>
              <rect
                class="room"
                x="2"
                y={y + 3}
                width={width - 4}
                height={row - 6}
                rx="10"
                aria-hidden="true"
              />
              <Heading
                name={one.name}
                isWide={shape === 'wide'}
                y={shape === 'wide' ? y + row / 2 : y + 24}
              />
              {one.counts.map(({ sector, count }, at) => (
                <Bubble
                  {...{ visit, asked, sector, count }}
                  theme={one}
                  radius={4 + (markMax - 10) * Math.sqrt(count / most)}
                  at={{ x: middle(at), y: y + row / 2 + below, below: y + row - 10 }}
                />
              ))}
            </g>
          )
        })}
      </g>
    </svg>
  )
}

function Heading({ name, isWide, y }: { name: string; isWide: boolean; y: number }) {
  const lines = linesOf(name, isWide ? 22 : 34, isWide ? 2 : 1)
  return (
    <text class="theme" aria-hidden="true">
      {lines.map((line, at) => (
        <tspan x="14" y={isWide ? y + 6 + (at - (lines.length - 1) / 2) * 20 : y}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

interface BubbleOf extends Pick<Props, 'visit' | 'asked'> {
  theme: Row
  sector: Sector
  count: number
  radius: number
  at: { x: number; y: number; below: number }
}

function Bubble({ visit, asked, theme, sector, count, radius, at }: BubbleOf) {
  const { t } = visit
  if (count === 0) return null
  const says = t('network.picture.cluster', {
    theme: theme.name,
    sector: t(`network.sector.${sector}`),
    count,
  })
  const mark = (
    <>
      <title>{says}</title>
      <path class="mark" d={shapeOf(sector, radius)} transform={`translate(${at.x} ${at.y})`} />
      <text class="count" text-anchor="middle" x={at.x} y={at.below}>
        {count}
      </text>
    </>
  )
  const look = `net-member is-${lookOf(sector)}`
  // Nothing can be asked for that has no theme.
  if (!theme.slug) return <g class={look}>{mark}</g>
  return (
    <a href={addressOf(visit, { ...asked, theme: theme.slug, sector })} class={look} aria-label={says}>
      {mark}
    </a>
  )
}
