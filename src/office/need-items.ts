import { dateInWords } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import { datePlus, daysBetween, localDate } from '#platform/time.ts'
import { needsDueBefore, needsToModerate, offersIn } from '#programme/index.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'
import { answerDaysAhead, urgencyOfNeed, urgencyOfNewcomer } from './needs.rules.ts'

const path = '/office/series/lunch-and-learn/needs'

/** Needs that nobody sees before somebody here has looked at them. */
export async function newNeedItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const needs = (await needsToModerate(db)).slice(0, perKind)
  return needs.flatMap(({ number, words, handed_in_at }) => {
    const days = daysBetween(localDate(handed_in_at), localDate(now))
    const text = t('office.desk.need-new', { need: inLanguage(words, t.language), days })
    return itemIf(urgencyOfNewcomer(days), { at: handed_in_at, text, path: `${path}/${number}` })
  })
}

export async function newOfferItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const offers = (await offersIn(db, 'new')).slice(0, perKind)
  return offers.flatMap(({ id, topic, handed_in_at }) => {
    const days = daysBetween(localDate(handed_in_at), localDate(now))
    const text = t('office.desk.offer-new', { topic, days })
    return itemIf(urgencyOfNewcomer(days), { at: handed_in_at, text, path: `${path}/offers/${id}` })
  })
}

/** "A need that is not met in six months is answered." */
export async function lateNeedItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const needs = await needsDueBefore(db, datePlus(today, answerDaysAhead + 1), perKind)
  return needs.flatMap(({ number, words, answer_due_on }) => {
    const days = daysBetween(today, answer_due_on)
    const values = { need: inLanguage(words, t.language), days: Math.abs(days) }
    const due = dateInWords(t.language, answer_due_on)
    const text = t(days < 0 ? 'office.desk.need-late' : 'office.desk.need-due', { ...values, due })
    return itemIf(urgencyOfNeed(days), { at: answer_due_on, text, path: `${path}/${number}` })
  })
}
