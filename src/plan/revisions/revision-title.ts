import { inLanguage } from '#platform/language.ts'
import type { Words } from '#platform/words.ts'
import type { Change } from './change.ts'
import type { Revision } from './revisions.sql.ts'

/** What a revision is called: by its own title, or by the first thing that it changes. */
export function revisionTitle(
  t: Words,
  { title, kind, plan_title }: Pick<Revision, 'title' | 'kind' | 'plan_title'>,
  changes: readonly Change[],
): string {
  if (Object.keys(title).length > 0) return inLanguage(title, t.language)
  if (kind === 'adoption') {
    return t('revisions.title.adoption', { plan: inLanguage(plan_title, t.language) })
  }
  const [first, ...others] = changes
  if (!first) return t('revisions.title.empty')
  const name = changeTitle(t, first)
  return others.length > 0 ? t('revisions.title.and-more', { first: name, count: others.length }) : name
}

/** What one change does, in a line. */
export function changeTitle(t: Words, change: Change): string {
  switch (change.kind) {
    case 'plan-words':
      return t('revisions.title.plan-words')
    case 'focus-areas':
      return t('revisions.title.focus-areas', { year: String(change.after.year) })
    case 'add-commitment':
    case 'change-commitment':
      return t(`revisions.title.${change.kind}`, { title: inLanguage(change.after.title, t.language) })
    case 'remove-commitment':
      return t('revisions.title.remove-commitment', { title: inLanguage(change.before.title, t.language) })
  }
}
