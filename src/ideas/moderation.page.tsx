import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { CsvLink } from '#platform/ui/csv-link.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Facts, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { decisionKinds } from './moderation.rules.ts'
import type { Decided, ModerationNumbers } from './moderation.sql.ts'
import { ideasTrail } from './standing.page.tsx'

const sum = (rows: readonly { count: number }[]): number => rows.reduce((all, { count }) => all + count, 0)

/** How the office moderates, in numbers that point at nobody. */
export function ModerationPage({ visit, numbers }: { visit: Visit; numbers: ModerationNumbers }) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('moderation.numbers.title')}
      lead={t('moderation.numbers.lead')}
      trail={ideasTrail(visit)}
    >
      <p>{t('moderation.numbers.how')}</p>
      <Numbers visit={visit} numbers={numbers} />
    </Page>
  )
}

function Numbers({ visit: { t }, numbers }: { visit: Visit; numbers: ModerationNumbers }) {
  const { decided, reports, appeals } = numbers
  const reasons = [...new Set(decided.map(({ reason }) => reason))].filter((one) => one !== 'within-rules')
  const appealsOf = (outcome: string | null) => String(sum(appeals.filter((one) => one.outcome === outcome)))
  return (
    <>
      <Facts
        rows={[
          ...decisionKinds.map(
            (kind) =>
              [
                t(`moderation.kind.${kind}`),
                String(sum(decided.filter((one) => one.kind === kind))),
              ] as const,
          ),
          [
            t('moderation.numbers.reports'),
            t('moderation.numbers.reports-of', {
              all: reports.all,
              confirmed: reports.confirmed,
            }),
          ],
          [t('moderation.numbers.appeals-waiting'), appealsOf(null)],
          [t('moderation.numbers.appeals-changed'), appealsOf('changed')],
          [t('moderation.numbers.appeals-stand'), appealsOf('stands')],
        ]}
      />
      {reasons.length > 0 && (
        <DataTable
          caption={t('moderation.numbers.reasons')}
          head={[t('moderation.numbers.reason'), t('moderation.numbers.count')]}
          rows={reasons.map((reason) => [
            t(`moderation.reason.${reason}`),
            String(sum(decided.filter((one) => one.reason === reason))),
          ])}
        />
      )}
    </>
  )
}

interface LogProps {
  visit: Visit
  numbers: ModerationNumbers
  log: readonly Decided[]
  appeals: readonly Decided[]
}

/** The moderator's log for the office: who decided what, when and why. */
export function ModerationLogPage({ visit, numbers, log, appeals }: LogProps) {
  const { t, to, language } = visit
  const link = (one: Decided) => (
    <a href={to(`/office/ideas/${one.number}`)}>
      {one.number}. {one.what || t('ideas.wiped')}
    </a>
  )
  return (
    <Page
      visit={visit}
      wide
      title={t('moderation.log.title')}
      trail={[{ href: to('/office/ideas'), label: t('ideas.office.title') }]}
    >
      {appeals.length > 0 && (
        <Notice kind="waiting" title={t('moderation.log.appeals')}>
          <ul>
            {appeals.map((one) => (
              <li>
                {link(one)} <Text of={one.party} t={t} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Numbers visit={visit} numbers={numbers} />
      {log.length === 0 && <Empty>{t('moderation.log.empty')}</Empty>}
      {log.length > 0 && (
        <DataTable
          caption={t('moderation.log.all')}
          head={[
            t('moderation.log.idea'),
            t('moderation.log.kind'),
            t('moderation.log.reason'),
            t('moderation.log.by'),
            t('moderation.log.when'),
          ]}
          rows={log.map((one) => [
            link(one),
            t(`moderation.kind.${one.kind}`),
            <>
              {t(`moderation.reason.${one.reason}`)}
              {one.words && (
                <>
                  : <Text of={one.words} t={t} />
                </>
              )}
            </>,
            <>
              {one.by}, <Text of={one.party} t={t} />
            </>,
            shortDate(language, one.at),
          ])}
        />
      )}
      <CsvLink visit={visit} href="/office/moderation.csv" />
    </Page>
  )
}
