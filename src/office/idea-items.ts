import { appealsWaiting, ideasReported, ideasToAnswer, ideasToModerate } from '#ideas/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { workingDaysBetween } from '#platform/working-days.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'
import { urgencyOfNewcomer } from './needs.rules.ts'

const path = '/office/ideas'
// So many working days before the last day an answer is still easily written.
const answerDaysAhead = 3

/** Ideas that nobody sees before somebody here has read them: one line, however many they are. */
export async function newIdeaItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const ideas = await ideasToModerate(db)
  const since = ideas[0]?.confirmed_at
  if (!since) return []
  const days = daysBetween(localDate(since), localDate(now))
  const text = t('office.desk.ideas-new', { count: ideas.length, days })
  return itemIf(urgencyOfNewcomer(days), { at: since, text, path })
}

/** "An answer within so many working days." */
export async function ideaAnswerItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  return (await ideasToAnswer(db)).slice(0, perKind).flatMap(({ number, what, answer_due_on }) => {
    const due = answer_due_on ?? today
    const left = workingDaysBetween(today, due)
    const urgency = left < 0 ? 'now' : left <= answerDaysAhead ? 'soon' : null
    const values = { idea: what, due: dateInWords(t.language, due) }
    const text = t(left < 0 ? 'office.desk.idea-late' : 'office.desk.idea-due', values)
    return itemIf(urgency, { at: due, text, path: `${path}/${number}` })
  })
}

export async function ideaReportItems({ db, t }: Asked): Promise<DeskItem[]> {
  return (await ideasReported(db)).slice(0, perKind).flatMap(({ number, what, since }) => {
    const text = t('office.desk.idea-reported', { idea: what })
    return itemIf('now', { at: since, text, path: `${path}/${number}` })
  })
}

/** Appeals are for the party that did not decide. */
export async function ideaAppealItems({ db, t, party }: Asked): Promise<DeskItem[]> {
  const own = (await appealsWaiting(db)).filter(({ party_id }) => party_id !== party)
  return own.slice(0, perKind).flatMap(({ number, what, appealed_at }) => {
    const text = t('office.desk.idea-appeal', { idea: what })
    return itemIf('now', { at: appealed_at ?? '', text, path: `${path}/${number}` })
  })
}
