import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { localDate } from '#platform/time.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { OfficeReport } from './load-report.ts'
import { isOver } from './report.rules.ts'
import { YearPage } from './year.page.tsx'

interface Props extends Answered {
  visit: Visit
  full: OfficeReport
}

/** The whole report as everybody will read it, and below it a party's yes. */
export function ApprovalPage({ visit, full, ...answered }: Props) {
  const problems = problemsOf(visit.t, answered)
  return (
    <YearPage
      visit={visit}
      {...full}
      wrong={problems.length > 0}
      office={
        <section class="stack" id="approval" aria-labelledby="approval-title">
          <h2 id="approval-title">{visit.t('year-report.approve.title')}</h2>
          <Problems visit={visit} list={problems} />
          <Approve visit={visit} full={full} />
        </section>
      }
    />
  )
}

function Approve({ visit, full }: Pick<Props, 'visit' | 'full'>) {
  const { t, member, language } = visit
  const party = member?.party ?? member?.standsInFor
  if (full.report.state !== 'draft') return <p>{t('year-report.refusal.approved-already')}</p>
  if (!party) return null
  const name = inLanguage(party.name, language)
  if (full.approvals.some(({ party_id }) => party_id === party.id))
    return (
      <Notice kind="good">
        {t('year-report.approve.done', { party: nameAtStart(party.name, language) })}
      </Notice>
    )
  if (!isOver(full.report.year, localDate(visit.now)))
    return (
      <Notice>
        {t('year-report.approve.not-yet', {
          party: name,
          date: dateInWords(language, `${full.report.year + 1}-01-01`),
        })}
      </Notice>
    )
  return (
    <Form>
      <p>{t('year-report.approve.lead', { party: name })}</p>
      <input type="hidden" name="seen" value={full.seen} />
      <SubmitButton>{t('year-report.approve.button', { party: name })}</SubmitButton>
    </Form>
  )
}
