import type { Visit } from '#platform/http.ts'
import { Notice } from '#platform/ui/parts.tsx'
import type { Missing } from './languages.rules.ts'

/** What of the report is not in the reader's language, and in which it is shown instead. */
export function MissingLanguages({ visit, missing }: { visit: Visit; missing: readonly Missing[] }) {
  const { t, language } = visit
  if (missing.length === 0) return null
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (
    <Notice title={t('report.missing.title')}>
      <ul>
        {missing.map(({ part, count, of, instead }) => (
          <li>
            {t(`report.missing.${part}`, {
              count,
              of,
              languages: list.format(instead.map((one) => t(`report.language.${one}`))),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
