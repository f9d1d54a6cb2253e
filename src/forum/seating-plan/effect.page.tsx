import type { Visit } from '#platform/http.ts'
import type { Effect } from '../seating/effect.ts'
import type { Forum } from './load-forum.ts'
import { listed, nameOf } from './seating-words.ts'
import { mendedInWords, unmetInWords } from './unmet-words.ts'

export interface Sentence {
  kind: 'good' | 'less' | 'wrong'
  text: string
}

/** What a move would change, in sentences: what breaks first, what gets better last. */
export function effectInWords({ t }: Visit, forum: Forum, effect: Effect): Sentence[] {
  const people = new Map(forum.people.map((person) => [person.id, person]))
  const named = (id: string): string => {
    const person = people.get(id)
    return person ? nameOf(t, person) : ''
  }
  const pairs = (all: readonly [string, string][]): string =>
    all.length > 3 ? '' : all.map(([one, other]) => `${named(one)} – ${named(other)}`).join(', ')
  const several = (kind: Sentence['kind'], key: string, all: readonly [string, string][]): Sentence[] =>
    all.length === 0 ? [] : [{ kind, text: withPairs(t(key, { count: all.length }), pairs(all)) }]
  const sectors = (kind: Sentence['kind'], key: string, all: Effect['withSector']): Sentence[] =>
    [...Map.groupBy(all, ({ table }) => table)].map(([table, some]) => ({
      kind,
      text: t(key, {
        table,
        sectors: listed(
          t,
          some.map(({ sector }) =>
            t(kind === 'good' ? `seating.now-one-of.${sector}` : `seating.one-of.${sector}`),
          ),
        ),
      }),
    }))
  const told: Sentence[] = [
    ...effect.overfull.map((table) => ({
      kind: 'wrong' as const,
      text: t('seating.effect.overfull', { table }),
    })),
    ...unmetInWords(t, forum, effect.broken).map(({ text }) => ({ kind: 'wrong' as const, text })),
    ...effect.hostless.map((table) => ({
      kind: 'wrong' as const,
      text: t('seating.effect.hostless', { table }),
    })),
    ...sectors('less', 'seating.effect.without-sector', effect.withoutSector),
    ...(effect.mix > 0
      ? [{ kind: 'less' as const, text: t('seating.effect.mix-worse', { count: effect.mix }) }]
      : []),
    ...several('less', 'seating.effect.meet-again', effect.meetAgain),
    ...several('less', 'seating.effect.met-earlier', effect.metEarlier),
    ...sectors('good', 'seating.effect.with-sector', effect.withSector),
    ...(effect.mix < 0
      ? [{ kind: 'good' as const, text: t('seating.effect.mix-better', { count: -effect.mix }) }]
      : []),
    ...several('good', 'seating.effect.no-longer', effect.noLonger),
    ...effect.mended.map((one) => ({ kind: 'good' as const, text: mendedInWords(t, forum, one) })),
  ]
  return told.length > 0 ? told : [{ kind: 'good', text: t('seating.effect.none') }]
}

const withPairs = (text: string, pairs: string): string => (pairs === '' ? text : `${text} (${pairs})`)

export function EffectList({ all }: { all: readonly Sentence[] }) {
  return (
    <ul class="seating-worth">
      {all.map(({ kind, text }) => (
        <li class={kind}>{text}</li>
      ))}
    </ul>
  )
}
