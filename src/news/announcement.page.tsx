import { longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { chosenText, inLanguage } from '#platform/language.ts'
import { type Picture, pictureAddress } from '#platform/pictures.ts'
import { Page } from '#platform/ui/page.tsx'
import { Card, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { announcementState } from './announcement.rules.ts'
import type { AnnouncementRow } from './tables.ts'

interface Props {
  visit: Visit
  announcement: AnnouncementRow
  picture: Picture | null
}

export function AnnouncementPage({ visit, announcement, picture }: Props) {
  const { t, to, language } = visit
  const { id, title, lead, body, published_at } = announcement
  const state = announcementState(announcement)
  return (
    <Page
      visit={visit}
      title={inLanguage(title, language)}
      heading={<Text of={title} t={t} />}
      lead={<Text of={lead} t={t} />}
      description={inLanguage(lead, language)}
      trail={[{ href: to('/news'), label: t('news.list.title') }]}
    >
      {state !== 'published' && <Notice kind="waiting">{t(`news.state.unseen-${state}`)}</Notice>}
      {published_at && <p class="quiet">{longDate(language, published_at)}</p>}
      {picture && <Shown visit={visit} picture={picture} alt={announcement.picture_alt} />}
      <LongText of={body} t={t} />
      {visit.member?.party && (
        <p>
          <a href={to(`/office/news/${id}`)}>{t('news.announcement.edit')}</a>
        </p>
      )}
      <Card tinted>
        <p>{t('news.announcement.follow-says')}</p>
        <LinkButton href={to('/news/follow')} variant="secondary">
          {t('news.list.follow-mail')}
        </LinkButton>
      </Card>
    </Page>
  )
}

interface ShownProps {
  visit: Visit
  picture: Picture
  alt: AnnouncementRow['picture_alt']
}

/** A picture with its shape known beforehand, so that nothing jumps while it loads. */
export function Shown({ visit, picture, alt }: ShownProps) {
  const { id, width, height } = picture
  const said = chosenText(alt, visit.language)
  return (
    <p>
      <img
        src={pictureAddress(id)}
        width={width}
        height={height}
        alt={said.text}
        lang={said.isFallback ? said.language : undefined}
      />
    </p>
  )
}
