import type { Visit } from '#platform/http.ts'
import { ChainLine } from '#programme/index.ts'
import type { Report } from './load-report.ts'

/** What follows from the forum: the idea workshop and whatever else takes the report up. */
export function Next({ visit, report }: { visit: Visit; report: Report }) {
  const { t } = visit
  // Fewer than five could point at somebody.
  const promises = report.promises >= 5 ? report.promises : 0
  if (report.after.length === 0 && promises === 0) return null
  return (
    <section class="stack" id="next" aria-labelledby="next-title">
      <h2 id="next-title">{t('report.next.title')}</h2>
      {promises > 0 && <p>{t('report.next.promises', { count: promises })}</p>}
      {report.after.length > 0 && (
        <>
          <p>{t('report.next.lead')}</p>
          <ChainLine visit={visit} steps={report.after} here="" />
        </>
      )}
    </section>
  )
}
