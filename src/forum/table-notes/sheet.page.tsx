import type { Visit } from '#platform/http.ts'
import { inLanguage, languages, type Texts } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import { Page } from '#platform/ui/page.tsx'
import { QrCode } from '#programme/index.ts'
import type { TableWithLink } from './links.sql.ts'
import { tableName } from './table.page.tsx'

interface Props {
  visit: Visit
  event: { id: string; title: Texts }
  tables: readonly TableWithLink[]
}

/** A sheet per table with the code that opens its page: stood on the table before anybody comes. */
export function SheetPage({ visit, event, tables }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      wide
      title={t('table-notes.sheet.title')}
      trail={[
        { href: base, label: title },
        { href: `${base}/table-notes`, label: t('table-notes.office.title') },
      ]}
    >
      <p class="not-on-paper">{t('table-notes.sheet.how')}</p>
      <div class="paper signs">
        {tables.map(
          (table) =>
            table.token && (
              <div class="sheet sign">
                <p class="sign-title">{tableName(visit, table)}</p>
                <QrCode
                  text={visit.url(`/table/${table.token}`)}
                  label={t('table-notes.sheet.code', { table: tableName(visit, table) })}
                  large
                />
                {languages.map((language) => (
                  <p lang={language}>{wordsFor(language)('table-notes.sheet.scan')}</p>
                ))}
                <p class="sheet-address small">{visit.url(`/table/${table.token}`)}</p>
              </div>
            ),
        )}
      </div>
    </Page>
  )
}
