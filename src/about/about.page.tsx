import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { PageRow } from './tables.ts'

interface Props {
  visit: Visit
  page: PageRow
  /** Every page in order, this one too. */
  pages: readonly { key: string; menu: Texts }[]
}

/** The first page stands for all of them: its address is '/about' alone. */
export const addressOf = (key: string): string => (key === 'about' ? '/about' : `/about/${key}`)

export function AboutPage({ visit, page, pages }: Props) {
  const { t, language } = visit
  return (
    <Page
      visit={visit}
      title={inLanguage(page.title, language)}
      heading={<Text of={page.title} t={t} />}
      lead={<Text of={page.lead} t={t} />}
      description={inLanguage(page.lead, language)}
      wide
    >
      <div class="beside">
        <div class="stack">
          <LongText of={page.body} t={t} />
          {page.key === 'be-a-part' && (
            <LinkButton href={visit.to('/ideas/new')}>{t('about.idea')}</LinkButton>
          )}
          <p class="small quiet">{t('about.changed', { date: shortDate(language, page.changed_at) })}</p>
          {visit.member?.party && (
            <p>
              <a href={visit.to(`/office/pages/${page.key}`)}>{t('about.edit')}</a>
            </p>
          )}
        </div>
        <nav class="stack" aria-labelledby="more-pages">
          <h2 id="more-pages">{t('about.pages')}</h2>
          <ul class="lined-list">
            {pages.map(({ key, menu }) => (
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
