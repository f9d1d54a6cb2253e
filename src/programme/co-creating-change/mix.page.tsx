import { DataTable } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { groupsToShow } from '../groups.rules.ts'
import { type Dimension, dimensions, type Share } from './mix.rules.ts'

/** One group among those that are laid beside each other, with its shares of each kind. */
export interface MixColumn {
  /** What it is: everybody who applied, the group. */
  label: string
  shares: (dimension: Dimension) => readonly Share[]
}

interface Props {
  t: Words
  columns: readonly MixColumn[]
  /** Whether the page is for everybody: then small groups are counted together. */
  isPublic?: boolean
}

interface Row {
  label: string
  counts: number[]
}

/** How groups are mixed, by side, size of organization and part of the city: a picture of bars, and a table that says the same. */
export function Mix({ t, columns, isPublic = false }: Props) {
  return (
    <div class="mix">
      {dimensions.map((dimension) => {
        const rows = isPublic ? publicRows(t, columns, dimension) : rowsOf(t, columns, dimension)
        const caption = t(`co-creating-change.mix.${dimension}`)
        // One bar of everybody is no picture of anything.
        if (isPublic && rows.length === 1)
          return (
            <p>
              <strong>{caption}</strong>: {t('co-creating-change.mix.too-few')}
            </p>
          )
        return (
          <figure>
            <Bars rows={rows} />
            <DataTable
              caption={caption}
              head={[t('co-creating-change.mix.kind'), ...columns.map(({ label }) => label)]}
              rows={rows.map(({ label, counts }) => [label, ...counts.map(String)])}
            />
          </figure>
        )
      })}
    </div>
  )
}

function labelOf(t: Words, dimension: Dimension, key: string): string {
  if (dimension === 'line') return t(`co-creating-change.line.${key}`)
  return dimension === 'size' ? t(`co-creating-change.size.${key}`) : t(`co-creating-change.part.${key}`)
}

function rowsOf(t: Words, columns: readonly MixColumn[], dimension: Dimension): Row[] {
  const shares = columns.map((column) => column.shares(dimension))
  return (shares[0] ?? []).map(({ key }, index) => ({
    label: labelOf(t, dimension, key),
    counts: shares.map((one) => one[index]?.count ?? 0),
  }))
}

/** For everybody there is one group, and nobody in it can be pointed at. */
function publicRows(t: Words, columns: readonly MixColumn[], dimension: Dimension): Row[] {
  const shares = columns[0]?.shares(dimension) ?? []
  const { shown, rest } = groupsToShow(shares, shares.length)
  const rows = shown.map(({ key, count }) => ({ label: labelOf(t, dimension, key), counts: [count] }))
  return rest > 0 ? [...rows, { label: t('co-creating-change.mix.rest'), counts: [rest] }] : rows
}

const size = { width: 400, bar: 14, gap: 8, left: 4 }

/** For the eye alone; the table under it has the words. */
function Bars({ rows }: { rows: readonly Row[] }) {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts))
  const unit = (size.width - 60) / most
  const rowHeight = (counts: readonly number[]): number => counts.length * size.bar + size.gap + 20
  const height = rows.reduce((sum, { counts }) => sum + rowHeight(counts), 0)
  return (
    <svg viewBox={`0 0 ${size.width} ${height}`} aria-hidden="true">
      {rows.map(({ label, counts }, index) => {
        const top = rows.slice(0, index).reduce((sum, one) => sum + rowHeight(one.counts), 0)
        return (
          <g transform={`translate(${size.left} ${top})`}>
            <text y="15">{label}</text>
            {counts.map((count, column) => (
              <>
                <rect
                  class={`mix-bar mix-${counts.length === 1 ? 1 : column}`}
                  y={22 + column * size.bar}
                  width={Math.max(1, count * unit)}
                  height={size.bar - 2}
                />
                <text class="mix-count" x={count * unit + 6} y={32 + column * size.bar}>
                  {count}
                </text>
              </>
            ))}
          </g>
        )
      })}
    </svg>
  )
}
