import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { whatIsFollowed } from './follow.mail.ts'
import { newsTrail } from './follow.page.tsx'
import type { LinkedWish } from './subscriptions.sql.ts'

interface Props {
  visit: Visit
  wish: LinkedWish
}

const followedOf = ({ series_key: key, series_name: name }: LinkedWish) =>
  key && name ? { key, name } : null

/** Mail programs open links by themselves, so a link alone confirms nothing: the button does. */
export function ConfirmPage({ visit, wish }: Props) {
  const { t } = visit
  const what = whatIsFollowed(t, followedOf(wish))
  const isDone = wish.confirmed_at !== null && wish.language === wish.link_language
  return (
    <Page
      visit={visit}
      title={t(isDone ? 'news.confirm.done' : 'news.confirm.title')}
      trail={newsTrail(visit)}
    >
      {isDone ? (
        <Notice kind="good" live>
          {t('news.confirm.done-says', { what })}
        </Notice>
      ) : (
        <>
          <p>{t('news.confirm.says', { what })}</p>
          <Form>
            <SubmitButton>{t('news.confirm.button')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}

/** Ends being told, by a button for the same reason. */
export function UnsubscribePage({ visit, wish, ended }: Props & { ended: boolean }) {
  const { t } = visit
  const what = whatIsFollowed(t, followedOf(wish))
  return (
    <Page visit={visit} title={t(ended ? 'news.end.done' : 'news.end.title')} trail={newsTrail(visit)}>
      {ended ? (
        <>
          <Notice kind="good" live>
            {t('news.end.done-says', { what })}
          </Notice>
          <p>
            <a href={visit.to('/news/follow')}>{t('news.end.again')}</a>
          </p>
        </>
      ) : (
        <>
          <p>{t('news.end.says', { what })}</p>
          <Form>
            <SubmitButton>{t('news.end.button')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}

/** A link that is broken, too old, or whose wish has ended. */
export function OldLinkPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('news.old-link.title')}
      lead={t('news.old-link.lead')}
      trail={newsTrail(visit)}
    >
      <p>{t('news.old-link.mail')}</p>
      <LinkButton href={visit.to('/news/follow')}>{t('news.old-link.button')}</LinkButton>
    </Page>
  )
}
