import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { filledAt, Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { MailWait } from '#platform/ui/mail-wait.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { SecondTrap } from './trap.page.tsx'
import { JoinFields } from './join-fields.page.tsx'
import { confirmDays, monthsKept } from './join.rules.ts'
import type { ApplicationRow } from './tables.ts'

type Props = Answered & { visit: Visit }

export const networkTrail = ({ t, to }: Visit) => [{ href: to('/network'), label: t('network.title') }]

/** "Would you like to be a part of Malmöandan?" The conditions are the agreement's. */
export function JoinPage({ visit, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('organisations.join.title')}
      lead={t('organisations.join.lead')}
      trail={networkTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="opened" value={filledAt(answered, 'opened')} />
        <JoinFields visit={visit} known={null} {...answered} />
        <SecondTrap visit={visit} />
        <Notice>
          <p>{t('organisations.join.public-record')}</p>
          <p>{t('organisations.join.kept', { months: monthsKept })}</p>
        </Notice>
        <SubmitButton>{t('organisations.join.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** The same for everybody, whether the address was known, new or written to too often. */
interface SentProps {
  visit: Visit
  kind: 'join' | 'claim'
  /** In how many minutes the mail comes. */
  minutes: number
}

export function SentPage({ visit, kind, minutes }: SentProps) {
  const { t, to, member } = visit
  const who = member ? 'member' : 'guest'
  return (
    <Page
      visit={visit}
      title={t(`organisations.sent.title-${who}`)}
      lead={t(`organisations.sent.lead-${who}`, { days: confirmDays })}
      trail={networkTrail(visit)}
    >
      <MailWait visit={visit} minutes={minutes} />
      <p>{t(`organisations.sent.then-${kind}`)}</p>
      <p>
        <a href={to('/network')}>{t('organisations.sent.back')}</a>
      </p>
    </Page>
  )
}

/** The page behind the link in the mail: confirm, follow, complete, take back. */
export function OwnApplicationPage({
  visit,
  application,
  ...answered
}: Props & { application: ApplicationRow }) {
  const { t, language } = visit
  const { state, reason, profile } = application
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={inLanguage(profile.name, language)}
      lead={t(`organisations.application.lead-${state}`)}
      trail={networkTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {reason && (
        <Notice kind="waiting" title={t('organisations.application.office-says')}>
          <p>{reason}</p>
        </Notice>
      )}
      {state === 'unconfirmed' && (
        <Form>
          <SubmitButton name="do" value="confirm">
            {t('organisations.application.confirm')}
          </SubmitButton>
        </Form>
      )}
      {(state === 'waiting' || state === 'to-complete') && (
        <Form>
          <input type="hidden" name="id" value={application.id} />
          <JoinFields visit={visit} known={application} {...answered} />
          <SubmitButton name="do" value="complete">
            {t('organisations.application.complete')}
          </SubmitButton>
        </Form>
      )}
      {(state === 'unconfirmed' || state === 'waiting' || state === 'to-complete') && (
        <Form>
          <SubmitButton name="do" value="withdraw" variant="secondary">
            {t('organisations.application.withdraw')}
          </SubmitButton>
        </Form>
      )}
    </Page>
  )
}

export const OldLinkPage = ({ visit }: { visit: Visit }) => (
  <Page visit={visit} title={visit.t('organisations.old-link.title')} trail={networkTrail(visit)}>
    <p>{visit.t('organisations.old-link.lead')}</p>
  </Page>
)
