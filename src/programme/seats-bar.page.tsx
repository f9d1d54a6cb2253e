import { lookOf } from '#people/index.ts'
import { Pattern, SectorMark } from '#platform/ui/marks.tsx'
import type { Words } from '#platform/words.ts'
import { type Group, groupsToShow } from './groups.rules.ts'
import { capacities } from './sign-up/sign-up.rules.ts'

interface Props {
  t: Words
  capacity: number
  taken: number
  /** Who has a seat; groups so small that they would point at a person are shown together. */
  groups: readonly Group[]
}

const bar = { width: 400, height: 20 }

/** The seats of an event in one bar, by what people take part as; the words under it say the same. */
export function SeatsBar({ t, capacity, taken, groups }: Props) {
  const { shown, rest } = groupsToShow(groups, capacities.length)
  const parts = shown.map((group) => ({ ...group, key: group.capacity as string }))
  if (rest > 0) parts.push({ capacity: 'other', key: 'rest', count: rest })
  const left = Math.max(0, capacity - taken)
  return (
    <div class="seats">
      <svg viewBox={`0 0 ${bar.width} ${bar.height}`} aria-hidden="true">
        <rect class="seats-ground" x="0.5" y="0.5" width={bar.width - 1} height={bar.height - 1} rx="2" />
        {parts.map(({ key, count }, index) => {
          const before = parts.slice(0, index).reduce((sum, part) => sum + part.count, 0)
          return <Pattern look={lookOf(key)} box={partOf(capacity, before, count)} />
        })}
      </svg>
      <p class="seats-words">{t('seats.left', { left, capacity })}</p>
      {parts.length > 0 && (
        <ul class="key">
          {parts.map(({ key, count }) => (
            <li>
              <SectorMark look={lookOf(key)} />
              {t(`seats.group.${key}`, { count })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Where a part lies in the bar; a thin gap keeps neighbours apart where colours can't. */
function partOf(capacity: number, before: number, count: number) {
  const seat = bar.width / Math.max(1, capacity)
  return { x: before * seat, width: Math.max(2, count * seat - 2), height: bar.height }
}
