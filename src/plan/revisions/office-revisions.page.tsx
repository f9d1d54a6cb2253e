import type { Visit } from '#platform/http.ts'
import { Actions, Empty, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Commitment } from '../commitments.sql.ts'
import type { Change } from './change.ts'
import { revisionTitle } from './revision-title.ts'
import type { Revision } from './revisions.sql.ts'
import { RevisionList } from './revisions.page.tsx'

interface Props {
  visit: Visit
  drafts: readonly Revision[]
  open: readonly Revision[]
  changes: ReadonlyMap<string, readonly Change[]>
  /** Open commitments of a party that is not there any longer. */
  nobodys: readonly Commitment[]
}

/** What one's own party is writing, and what waits for answers. */
export function OfficeRevisionsPage({ visit, drafts, open, changes, nobodys }: Props) {
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      title={t('revisions.office.title')}
      lead={t('revisions.office.lead')}
      trail={[{ href: to('/office'), label: t('office.title') }]}
    >
      <section class="stack" aria-labelledby="open">
        <h2 id="open">{t('revisions.open')}</h2>
        {open.length === 0 && <Empty>{t('revisions.open-none')}</Empty>}
        <RevisionList visit={visit} revisions={open} changes={changes} />
      </section>
      <section class="stack" aria-labelledby="drafts">
        <h2 id="drafts">{t('revisions.office.drafts')}</h2>
        {drafts.length === 0 && <Empty>{t('revisions.office.drafts-none')}</Empty>}
        <ul class="lined-list">
          {drafts.map((draft) => (
            <li>
              <a href={to(`/office/revisions/${draft.number}`)}>
                {draft.number}. {revisionTitle(t, draft, changes.get(draft.id) ?? [])}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {nobodys.length > 0 && (
        <section class="stack" aria-labelledby="nobodys">
          <h2 id="nobodys">{t('revisions.nobodys')}</h2>
          <p>{t('revisions.nobodys-says')}</p>
          <ul class="lined-list">
            {nobodys.map(({ number, title }) => (
              <li>
                <a href={to(`/office/commitments/${number}/owners`)}>
                  {number}. <Text of={title} t={t} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack" aria-labelledby="begin">
        <h2 id="begin">{t('revisions.office.begin')}</h2>
        <p>{t('revisions.office.begin-says')}</p>
        <Actions>
          <LinkButton href={to('/office/commitments/new')}>{t('plan.commitment.new')}</LinkButton>
          <LinkButton variant="secondary" href={to('/office/plans')}>
            {t('revisions.office.words')}
          </LinkButton>
          <LinkButton variant="secondary" href={to('/plan')}>
            {t('revisions.office.find-commitment')}
          </LinkButton>
        </Actions>
      </section>
    </Page>
  )
}
