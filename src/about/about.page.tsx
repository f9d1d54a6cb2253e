import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { PageRow } from './tables.ts'

interface Props {
  visit: Visit
  page: PageRow
  /** Every page, to go on to. */
  all: readonly { key: string; menu: Texts }[]
}

/** The page at the top of the others has the shorter address. */
export const addressOf = (key: string): string => (key === 'about' ? '/about' : `/about/${key}`)

export function AboutPage({ visit, page, all }: Props) {
  const { t, member } = visit
  return (
    <Page
      visit={visit}
      title={inLanguage(page.title, t.language)}
      heading={<Text of={page.title} t={t} />}
      lead={<Text of={page.lead} t={t} />}
      description={inLanguage(page.lead, t.language)}
      wide
    >
      <div class="beside about">
        <div class="text">
          <LongText of={page.body} t={t} />
          <p class="small quiet">{t('about.changed', { date: shortDate(t.language, page.changed_at) })}</p>
          {member?.party && (
            <p>
              <a href={visit.to(`/office/pages/${page.key}`)}>{t('about.edit-this')}</a>
            </p>
          )}
        </div>
        <nav aria-labelledby="more">
          <h2 id="more">{t('about.more')}</h2>
          <ul class="lined-list">
            {all.map(({ key, menu }) => (
              <li>
                <a href={visit.to(addressOf(key))} aria-current={key === page.key ? 'page' : undefined}>
                  <Text of={menu} t={t} />
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </Page>
  )
}
