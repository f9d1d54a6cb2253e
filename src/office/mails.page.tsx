import { shortDate, timeSpan } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import type { mailsIn, MailState } from '#platform/mail/index.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { mailFilters, type MailFilter } from './mail-filter.ts'
import { deskTrail } from './places.page.tsx'

type MailLine = Awaited<ReturnType<typeof mailsIn>>[number]

interface Props extends Answered {
  visit: Visit
  hasMailServer: boolean
  counts: Readonly<Record<MailFilter, number>>
  filter: MailFilter
  mails: readonly MailLine[]
}

const tagKinds: Record<MailState, TagKind> = {
  waiting: 'waiting',
  sending: 'waiting',
  failed: 'late',
  kept: 'plain',
  sent: 'good',
}

/** Every mail of the platform: what waits, what did not arrive, what was kept and what was sent. */
export function MailsPage(props: Props) {
  const { visit, hasMailServer, counts, filter, mails } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('office.mails.title')}
      wrong={problems.length > 0}
      trail={deskTrail(visit)}
      wide
    >
      <Problems visit={visit} list={problems} />
      <Notice kind={hasMailServer ? 'good' : 'info'}>
        {t(hasMailServer ? 'office.mails.server' : 'office.mails.no-server')}
      </Notice>
      <Form>
        <Actions>
          <SubmitButton name="what" value="test" variant="secondary">
            {t('office.mails.test')}
          </SubmitButton>
          {counts.failed > 0 && hasMailServer && (
            <SubmitButton name="what" value="again" variant="secondary">
              {t('office.mails.again-all', { mails: counts.failed })}
            </SubmitButton>
          )}
        </Actions>
      </Form>
      <Filters visit={visit} counts={counts} filter={filter} />
      {mails.length === 0 ? (
        <Empty>{t('office.mails.none')}</Empty>
      ) : (
        <MailTable visit={visit} mails={mails} />
      )}
    </Page>
  )
}

function Filters({ visit, counts, filter }: Pick<Props, 'visit' | 'counts' | 'filter'>) {
  const { t } = visit
  return (
    <nav class="tabs" aria-label={t('office.mails.filter')}>
      <ul>
        {mailFilters.map((one) => (
          <li>
            <a
              href={visit.to(`/office/mails?state=${one}`)}
              aria-current={one === filter ? 'page' : undefined}
            >
              {t(`office.mails.filter.${one}`)} {String(counts[one])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MailTable({ visit, mails }: Pick<Props, 'visit' | 'mails'>) {
  const { t, language } = visit
  return (
    <DataTable
      caption={t('office.mails.table')}
      captionUnseen
      head={[
        t('office.mails.subject'),
        t('office.mails.to'),
        t('office.mails.written'),
        t('office.mails.state'),
      ]}
      rows={mails.map((mail) => [
        <a href={visit.to(`/office/mails/${mail.id}`)}>{mail.subject}</a>,
        mail.to_address || t('office.mails.forgotten'),
        `${shortDate(language, mail.created_at)}, ${timeSpan(language, mail.created_at)}`,
        <Tag kind={tagKinds[mail.state]}>{t(`office.mail-state.${mail.state}`)}</Tag>,
      ])}
    />
  )
}
