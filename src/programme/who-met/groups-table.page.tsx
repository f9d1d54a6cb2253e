import { lookOf } from '#people/index.ts'
import { Pattern, SectorMark } from '#platform/ui/marks.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { inOrder, type What } from './who-met.rules.ts'

interface Props {
  t: Words
  what: What
  groups: readonly { key: string; count: number }[]
}

const bar = { width: 240, height: 14 }

/** A picture and a table in one: a bar for each group, with its number and its share in words beside it. */
export function GroupsTable({ t, what, groups }: Props) {
  if (groups.length === 0) return null
  const all = groups.reduce((sum, { count }) => sum + count, 0)
  // One bar of everybody is no picture of anything.
  if (groups.every(({ key }) => key === 'rest'))
    return (
      <p>
        <strong>{t(`who-met.what.${what}`)}</strong>: {t('who-met.too-few', { count: all })}
      </p>
    )
  const most = Math.max(...groups.map(({ count }) => count))
  return (
    <div class="met">
      <DataTable
        caption={t(`who-met.what.${what}`)}
        head={[t(`who-met.head.${what}`), t('who-met.head.number')]}
        rows={inOrder(what, groups).map(({ key, count }) => [
          <>
            {what === 'sector' && <SectorMark look={lookOf(key)} />} {nameOf(t, what, key)}
          </>,
          <>
            {t('who-met.number', { count, percent: (100 * count) / all })}
            <Bar look={what === 'sector' ? lookOf(key) : null} part={count / most} />
          </>,
        ])}
      />
    </div>
  )
}

/** What a group is called. */
export function nameOf(t: Words, what: What, key: string): string {
  if (key === 'rest') return t('who-met.rest')
  if (what === 'sector') return t(`who-met.sector.${key}`)
  if (what === 'before') return t(`who-met.before.${key}`)
  return key === 'not-listed' ? t('who-met.not-listed') : t(`who-met.kind.${key}`)
}

interface BarProps {
  /** The pattern of a sector; null for what is no sector. */
  look: ReturnType<typeof lookOf> | null
  part: number
}

const Bar = ({ look, part }: BarProps) => (
  <svg
    class={look ? 'met-bar seats' : 'met-bar seats plain'}
    viewBox={`0 0 ${bar.width} ${bar.height}`}
    aria-hidden="true"
  >
    <Pattern
      look={look ?? 'lines'}
      box={{ x: 0, width: Math.max(3, part * bar.width), height: bar.height }}
    />
  </svg>
)
