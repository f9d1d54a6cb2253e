import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { ClosedItem } from './closings.sql.ts'
import { wordsOf } from './inbox.page.tsx'
import { pathOf } from './inbox.rules.ts'
import { inboxTrail } from './trail.ts'

interface Props {
  visit: Visit
  closed: readonly ClosedItem[]
  /** What was put aside a moment ago, and how many were. */
  just: { batch: string; count: number } | null
}

/** What was put aside as spam: nothing disappears, and one press puts it back. */
export function ClosedPage({ visit, closed, just }: Props) {
  const { t } = visit
  const batches = [...Map.groupBy(closed, ({ batch_id }) => batch_id)]
  return (
    <Page
      visit={visit}
      title={t('inbox.closed.title')}
      lead={t('inbox.closed.lead')}
      trail={inboxTrail(visit)}
    >
      {just && (
        <Notice kind="good" live>
          {t('inbox.closed.just', { count: just.count })}
        </Notice>
      )}
      {batches.length === 0 && <Empty>{t('inbox.closed.none')}</Empty>}
      {batches.map(([batch, items]) => (
        <Batch visit={visit} batch={batch} items={items} />
      ))}
    </Page>
  )
}

// So many say what it was; the rest is the same.
const shownMax = 10

function Batch({ visit, batch, items }: { visit: Visit; batch: string; items: readonly ClosedItem[] }) {
  const { t, to, language } = visit
  const [first] = items
  if (!first) return null
  const facts = {
    by: first.by,
    time: dateAndTime(language, first.at),
    reason: t(`inbox.reason.${first.reason}`),
  }
  return (
    <section class="stack-tight" aria-labelledby={`batch-${batch}`}>
      <h2 id={`batch-${batch}`}>{t('inbox.closed.count', { count: items.length })}</h2>
      <p>{t('inbox.closed.facts', facts)}</p>
      <ul class="lined-list">
        {items.slice(0, shownMax).map((item) => (
          <li>
            <a href={to(pathOf(item))} lang={item.language}>
              {wordsOf(item, language)}
            </a>
          </li>
        ))}
      </ul>
      {items.length > shownMax && <p>{t('inbox.closed.more', { count: items.length - shownMax })}</p>}
      <Form>
        <SubmitButton variant="secondary" name="batch" value={batch}>
          {t('inbox.closed.undo')} <span class="unseen">{facts.time}</span>
        </SubmitButton>
      </Form>
    </section>
  )
}
