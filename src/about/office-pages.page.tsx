import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'

interface Props {
  visit: Visit
  pages: readonly { key: string; title: Texts; changed_at: string }[]
}

export function OfficePagesPage({ visit, pages }: Props) {
  const { t, language } = visit
  return (
    <Page
      visit={visit}
      title={t('about.office.title')}
      lead={t('about.office.lead')}
      trail={[{ href: visit.to('/office'), label: t('about.office.desk') }]}
    >
      <DataTable
        caption={t('about.office.title')}
        captionUnseen
        head={[t('about.form.title'), t('about.office.changed')]}
        rows={pages.map(({ key, title, changed_at }) => [
          <a href={visit.to(`/office/pages/${key}`)}>
            <Text of={title} t={t} />
          </a>,
          dateAndTime(language, changed_at),
        ])}
      />
    </Page>
  )
}
