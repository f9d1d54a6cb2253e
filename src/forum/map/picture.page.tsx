import type { Words } from '#platform/words.ts'
import type { Point } from '../opinion-map/map-shape.ts'
import {
  type GroupLook,
  hullOf,
  lookOfGroup,
  type Mark,
  marksFor,
  marksMax,
  middleOf,
  pathThrough,
  pictureSize,
  placed,
  shapeAt,
} from './picture.ts'
import type { Dot, ShownMap } from './shown-map.ts'

interface Props {
  t: Words
  map: Pick<ShownMap, 'groups' | 'dots'>
  /** Where the reader stands, in steps; null for whoever has not voted enough, or is not known. */
  you?: Point | null
}

/** Everybody who is placed, near those who answered alike. The table and the words beside it say the same. */
export function OpinionPicture({ t, map, you = null }: Props) {
  const { dots, groups } = map
  if (!dots) return null
  const parts = partsOf(dots, groups)
  const { width, height } = pictureSize
  return (
    <svg
      class="opinions"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="picture-title picture-says"
    >
      <title id="picture-title">{t('opinions.picture.title')}</title>
      <desc id="picture-says">{inWords(t, map)}</desc>
      <rect class="field" width={width} height={height} rx="16" />
      {groups.length > 0 &&
        parts.map(({ look, points }) => (
          <path class={`hull is-group-${look}`} d={pathThrough(hullOf(points))} />
        ))}
      {parts.map(({ look, marks }) => (
        <path class={`people is-group-${look}`} d={marks.map((mark) => shapeAt(look, mark)).join('')} />
      ))}
      {parts.map(
        ({ name, look, points }) => name && <Letter name={name} look={look} at={middleOf(points)} />,
      )}
      {you && <You t={t} at={placed(you)} />}
    </svg>
  )
}

interface Part {
  /** Empty where there are no groups. */
  name: string
  look: GroupLook
  marks: Mark[]
  points: Point[]
}

function partsOf(dots: readonly Dot[], groups: ShownMap['groups']): Part[] {
  const isCrowd = dots.reduce((sum, [, , , people]) => sum + people, 0) > marksMax
  return [...Map.groupBy(dots, ([, , group]) => group)].map(([group, own]) => {
    const name = groups[group]?.name ?? ''
    const marks = own.flatMap((dot) => marksFor(dot, isCrowd))
    return { name, look: lookOfGroup(name || 'F'), marks, points: marks.map(({ at }) => at) }
  })
}

const letterSize = 23

function Letter({ name, look, at: [x, y] }: Pick<Part, 'name' | 'look'> & { at: Point }) {
  return (
    <g class={`letter is-group-${look}`}>
      <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r={letterSize} />
      <text x={x.toFixed(1)} y={y.toFixed(1)}>
        {name}
      </text>
    </g>
  )
}

function You({ t, at: [x, y] }: { t: Words; at: Point }) {
  // The word stands on the side where there is room.
  const isRight = x > pictureSize.width * 0.75
  return (
    <g class="you">
      <circle class="edge" cx={x} cy={y} r="13" />
      <circle class="core" cx={x} cy={y} r="13" />
      <text x={isRight ? x - 22 : x + 22} y={y} text-anchor={isRight ? 'end' : 'start'}>
        {t('opinions.picture.you')}
      </text>
    </g>
  )
}

const inWords = (t: Words, { groups }: Props['map']): string =>
  groups.length === 0
    ? t('opinions.picture.one-field')
    : groups.map((group) => groupInWords(t, group)).join('. ')

/** "Group A, 41 people". */
export const groupInWords = (
  t: Words,
  { name, people }: Pick<ShownMap['groups'][number], 'name' | 'people'>,
): string =>
  people === null ? t('opinions.group.few', { name }) : t('opinions.group.people', { name, people })

/** Decoration beside the group's name, never instead of it. */
export function GroupMark({ name }: { name: string }) {
  const look = lookOfGroup(name)
  return (
    <svg class={`mark group-mark is-group-${look}`} viewBox="-9 -9 18 18" aria-hidden="true">
      <path d={shapeAt(look, { at: [0, 0], size: 7 })} />
    </svg>
  )
}
