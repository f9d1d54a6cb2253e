import { openPledges } from '#partners/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { localDate } from '#platform/time.ts'
import { workingDaysBetween } from '#platform/working-days.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'

// So many working days before the last day an answer is still easily written.
const answerDaysAhead = 3

/** Pledges that nobody has answered: "within so many working days". */
export async function pledgeItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const waiting = (await openPledges(db)).filter(({ state }) => state === 'received')
  return waiting.slice(0, perKind).flatMap(({ number, giver_name, answer_due_on }) => {
    const due = answer_due_on ?? today
    const left = workingDaysBetween(today, due)
    const urgency = left < 0 ? 'now' : left <= answerDaysAhead ? 'soon' : 'later'
    const values = { giver: giver_name ?? '', due: dateInWords(t.language, due) }
    const text = t(left < 0 ? 'office.desk.pledge-late' : 'office.desk.pledge', values)
    return itemIf(urgency, { at: due, text, path: `/office/pledges/${number}` })
  })
}
