import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { OwnCommitment } from './commitments.sql.ts'
import type { OwnChange } from './own-commitment.ts'

interface Props {
  visit: Visit
  own: OwnCommitment
  /** It was written a moment ago. */
  isNew: boolean
}

/** One's own commitment: what was written, where it is seen, and when one is reminded. Opening it changes nothing. */
export function OwnCommitmentPage({ visit, own, isNew }: Props) {
  const { t, language } = visit
  const title = inLanguage(own.event_title, language)
  if (own.words === null)
    return (
      <Page visit={visit} title={t('forum-day.own.title')} lead={t('forum-day.own.forgotten')}>
        <LinkButton href={visit.to('/calendar')}>{t('sign-up.done.calendar')}</LinkButton>
      </Page>
    )
  const isAsked = own.email !== null && own.confirmed_at === null
  return (
    <Page visit={visit} title={t('forum-day.own.title')} lead={title}>
      {isNew && (
        <Notice kind="good" title={t('forum-day.own.kept')} live>
          <p>{t(isAsked ? 'forum-day.own.look-in-mail' : 'forum-day.own.keep-address')}</p>
        </Notice>
      )}
      <blockquote class="own-words" lang={own.language}>
        {own.words}
      </blockquote>
      <Facts
        rows={[
          [t('forum-day.own.wall'), wallInWords(visit, own)],
          [t('forum-day.own.reminder'), reminderInWords(visit, own)],
        ]}
      />
      {isAsked && !isNew && (
        <Change change="confirm" isMain>
          {t('forum-day.own.confirm')}
        </Change>
      )}
      {own.email !== null && <Change change="no-reminder">{t('forum-day.own.no-reminder')}</Change>}
      {own.shown_at !== null && <Change change="off-wall">{t('forum-day.own.off-wall')}</Change>}
      <Change change="forget">{t('forum-day.own.forget')}</Change>
    </Page>
  )
}

const wallInWords = ({ t }: Visit, { shown_at, name }: OwnCommitment): string => {
  if (shown_at === null) return t('forum-day.own.not-shown')
  return name ? t('forum-day.own.shown-as', { name }) : t('forum-day.own.shown')
}

function reminderInWords({ t, language }: Visit, own: OwnCommitment): string {
  if (own.reminded_at !== null) return t('forum-day.own.reminded')
  if (own.email === null || own.remind_on === null) return t('forum-day.own.no-reminder-asked')
  const date = dateInWords(language, own.remind_on)
  return t(own.confirmed_at ? 'forum-day.own.reminder-on' : 'forum-day.own.reminder-unconfirmed', { date })
}

const Change = ({
  change,
  isMain = false,
  children,
}: {
  change: OwnChange
  isMain?: boolean
  children?: Child
}) => (
  <form method="post">
    <SubmitButton
      name="do"
      value={change}
      variant={isMain ? 'primary' : 'secondary'}
      danger={change === 'forget'}
    >
      {children}
    </SubmitButton>
  </form>
)
