import { approvalsOf, reports, surveysForDesk } from '#plan/index.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { urgencyOfReport, urgencyOfSurvey, urgencyOfWords } from './years.rules.ts'

/** Reports that wait for a coordinator: to be begun, to be said yes to by the reader's own party, to be published. */
export async function yearReportItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const lastYear = Number(today.slice(0, 4)) - 1
  const all = await reports(db)
  const items = await Promise.all(
    all.map(async (report) => {
      const year = String(report.year)
      const approvals = await approvalsOf(db, report)
      const isOurs = approvals.some(({ party_id }) => party_id === party)
      const step = report.state === 'approved' ? 'publish' : isOurs ? null : 'approve'
      if (report.state === 'published' || step === null) return []
      const urgency = urgencyOfReport({ year: report.year, step, hasApproval: approvals.length > 0, today })
      const text = t(`office.desk.year-report-${step}`, { year })
      return itemIf(urgency, { at: report.changed_at, text, path: `/office/years/${year}` })
    }),
  )
  const isMissing = all.length > 0 && !all.some(({ year }) => year === lastYear)
  const begin = isMissing
    ? itemIf('later', {
        ...{ at: `${lastYear}-12-31`, path: '/office/years' },
        text: t('office.desk.year-report-begin', { year: String(lastYear) }),
      })
    : []
  return [...items.flat(), ...begin]
}

/** The yearly questions by the principles: to be planned in the autumn, and free words that nobody has read. */
export async function surveyItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const year = Number(today.slice(0, 4))
  const all = await surveysForDesk(db)
  const toPlan = urgencyOfSurvey({
    today,
    hasOne: all.some((one) => one.year === year),
    isUsed: all.length > 0,
  })
  const plan = itemIf(toPlan, {
    ...{ at: `${year}-10-01`, path: `/office/years/${year}/survey` },
    text: t('office.desk.survey-plan', { year: String(year) }),
  })
  const words = all.flatMap((one) => {
    const count = Number(one.unread)
    const urgency = urgencyOfWords({ count, closedOn: one.closed_at && localDate(one.closed_at), today })
    const text = t('office.desk.survey-words', { year: String(one.year), count })
    const at = one.closed_at ?? datePlus(one.closes_on, 1)
    return itemIf(urgency, { at, text, path: `/office/years/${one.year}/survey/words` })
  })
  return [...plan, ...words]
}
