import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Empty } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Change } from './change.ts'
import { revisionTitle } from './revision-title.ts'
import type { Revision } from './revisions.sql.ts'
import { daysInWords, StateTag } from './revision.page.tsx'
import { shownState } from './revision.rules.ts'

interface Props {
  visit: Visit
  revisions: readonly Revision[]
  changes: ReadonlyMap<string, readonly Change[]>
  /** Whether there are older ones than these, and on which page one is. */
  more: boolean
  page: number
}

/** Everything that has been proposed for a plan, for everybody to read: what waits, then what was decided. */
export function RevisionsPage(props: Props) {
  const { visit, revisions, more, page } = props
  const { t } = visit
  const open = revisions.filter((one) => one.state === 'proposed')
  const ended = revisions.filter((one) => one.state !== 'proposed')
  return (
    <Page
      visit={visit}
      title={t('revisions.list')}
      lead={t('revisions.list-lead')}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      {page === 1 && (
        <section class="stack" aria-labelledby="open">
          <h2 id="open">{t('revisions.open')}</h2>
          {open.length === 0 && <Empty>{t('revisions.open-none')}</Empty>}
          <RevisionList {...props} revisions={open} />
        </section>
      )}
      <section class="stack" aria-labelledby="ended">
        <h2 id="ended">{t('revisions.ended')}</h2>
        {ended.length === 0 && <Empty>{t('revisions.ended-none')}</Empty>}
        <RevisionList {...props} revisions={ended} />
      </section>
      {more && (
        <p>
          <a href={visit.to(`/plan/revisions?page=${page + 1}`)}>{t('revisions.older')}</a>
        </p>
      )}
    </Page>
  )
}

export function RevisionList({ visit, revisions, changes }: Pick<Props, 'visit' | 'revisions' | 'changes'>) {
  const { t, language } = visit
  if (revisions.length === 0) return null
  return (
    <ul class="lined-list">
      {revisions.map((revision) => {
        const state = shownState(revision, localDate(visit.now))
        const days = daysInWords(revision, state, language)
        return (
          <li class="stack-tight">
            <p>
              <a href={visit.to(`/plan/revisions/${revision.number}`)}>
                {revision.number}. {revisionTitle(t, revision, changes.get(revision.id) ?? [])}
              </a>
            </p>
            <p class="row">
              <StateTag visit={visit} revision={revision} />
              <span class="capitalized">
                <Text of={revision.party_name} t={t} />
                {' · '}
                {t(revision.ended_on ? `revisions.ended-on.${state}` : 'revisions.answer-by', days)}
              </span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
