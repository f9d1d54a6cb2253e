import type { Visit } from '#platform/http.ts'
import type { Instant } from '#platform/time.ts'
import { type InboxKind, inboxKinds } from './inbox.rules.ts'

/** What is shown, as its address says it. */
export interface Shown {
  kind: InboxKind | null
  to: 'me' | 'nobody' | null
  late: boolean
  /** One wave, from its first moment to its last. */
  between: { from: Instant; until: Instant } | null
}

export interface InboxCount {
  kind: InboxKind
  count: number
  late: number
}

export const queryOf = ({ kind, to, late, between }: Shown): Record<string, string> => ({
  ...(kind && { kind }),
  ...(to && { to }),
  ...(late && { late: 'yes' }),
  ...between,
})

export function addressOf(shown: Shown, page = 1): string {
  const query = new URLSearchParams(queryOf(shown))
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `/office/inbox?${text}` : '/office/inbox'
}

export function shownFrom(query: (name: string) => string | undefined): Shown {
  const to = query('to')
  const [from = '', until = ''] = [query('from'), query('until')]
  return {
    kind: inboxKinds.find((one) => one === query('kind')) ?? null,
    to: to === 'me' || to === 'nobody' ? to : null,
    late: query('late') === 'yes',
    between: isInstant(from) && isInstant(until) ? { from, until } : null,
  }
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)

interface Props {
  visit: Visit
  shown: Shown
  counts: readonly InboxCount[]
}

/** By kind, by whose it is, and only what is late: each a link, so that it can be kept and sent to somebody. */
export function Tabs({ visit, shown: asked, counts }: Props) {
  const { t } = visit
  // A wave is a list of its own; from it each tab leads back to everything.
  const shown = { ...asked, between: null }
  const sum = (name: 'count' | 'late'): number => counts.reduce((all, one) => all + one[name], 0)
  const tab = (wanted: Shown, words: string) => (
    <a
      href={visit.to(addressOf(wanted))}
      aria-current={addressOf(wanted) === addressOf(asked) ? 'page' : undefined}
    >
      {words}
    </a>
  )
  return (
    <>
      <nav class="tabs" aria-label={t('inbox.filter.kinds')}>
        {tab({ ...shown, kind: null }, t('inbox.filter.all', { count: sum('count') }))}
        {inboxKinds.flatMap((kind) => {
          const own = counts.find((one) => one.kind === kind)
          if (!own && shown.kind !== kind) return []
          return [tab({ ...shown, kind }, t(`inbox.filter.${kind}`, { count: own?.count ?? 0 }))]
        })}
      </nav>
      <nav class="tabs" aria-label={t('inbox.filter.whose')}>
        {tab({ ...shown, to: null }, t('inbox.filter.everybody'))}
        {tab({ ...shown, to: 'me' }, t('inbox.filter.me'))}
        {tab({ ...shown, to: 'nobody' }, t('inbox.filter.nobody'))}
        {tab(
          { ...shown, late: !shown.late },
          shown.late ? t('inbox.filter.also-in-time') : t('inbox.filter.late', { count: sum('late') }),
        )}
      </nav>
    </>
  )
}
