import type { Words } from '#platform/words.ts'
import type { ShownMap } from './shown-map.ts'

/** What the map says, in a sentence or two. */
export function verdictInWords(t: Words, { verdict, why, groups, agreed }: ShownMap): string {
  if (verdict === 'too-few') return t(`opinions.verdict.too-few-${why ?? 'people'}`)
  const said =
    groups.length === 0
      ? t('opinions.verdict.no-groups')
      : t('opinions.verdict.groups', { groups: groups.length })
  return `${said} ${t('opinions.verdict.agreed', { count: agreed.length })}`
}
