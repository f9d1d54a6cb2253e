import type { Child } from 'hono/jsx'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languages } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { officeTrail } from './office-list.page.tsx'
import type { AnnouncementRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  announcement: AnnouncementRow
}

interface PublishProps extends Props {
  /** How many will be told by mail. */
  followers: number
}

/** What publishing will do, before it is done. */
export function PublishPage(props: PublishProps) {
  const { visit, announcement, followers } = props
  const { t } = visit
  const missing = languages.filter((one) => !announcement.title[one] || !announcement.lead[one])
  const names = missing.map((one) => t(`programme.event.spoken-${one}`)).join(', ')
  return (
    <Asked {...props} title={t('news.publish.title')}>
      {names && <Notice kind="late">{t('news.publish.missing', { languages: names })}</Notice>}
      <p>{t('news.publish.says')}</p>
      <p>
        {announcement.published_at
          ? t('news.publish.again')
          : t('news.publish.followers', { count: followers })}
      </p>
      <Form>
        <SubmitButton>{t('news.publish.button')}</SubmitButton>
      </Form>
    </Asked>
  )
}

export function TakeDownPage(props: Props) {
  const { t } = props.visit
  return (
    <Asked {...props} title={t('news.take-down.title')}>
      <p>{t('news.take-down.says')}</p>
      <Form>
        <SubmitButton danger>{t('news.take-down.button')}</SubmitButton>
      </Form>
    </Asked>
  )
}

function Asked(props: Props & { title: string; children?: Child }) {
  const { visit, announcement, title, children } = props
  const problems = problemsOf(visit.t, props)
  const words = inLanguage(announcement.title, visit.language)
  const trail = [...officeTrail(visit), { href: visit.to(`/office/news/${announcement.id}`), label: words }]
  return (
    <Page visit={visit} title={title} wrong={problems.length > 0} trail={trail}>
      <Problems visit={visit} list={problems} />
      <p>
        <strong>
          <Text of={announcement.title} t={visit.t} />
        </strong>
        <br />
        <Text of={announcement.lead} t={visit.t} />
      </p>
      {children}
    </Page>
  )
}
