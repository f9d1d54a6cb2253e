import { answersDue, notesMissing, receiverOf, waitingToBeHandedOver } from '#forum/index.ts'
import { dateInWords, shortDate } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import { datePlus, daysBetween, localDate, plus } from '#platform/time.ts'
import { answerDaysAhead, handOverDaysMax, urgencyOfAnswer, urgencyOfHandOver } from './answers.rules.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'
import { partiesBySector } from './owners.sql.ts'
import { needOfNote, noteDaysMax, urgencyOfNote } from './notes.rules.ts'

export async function missingNoteItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  const events = await notesMissing(db, {
    ...{ after: plus(now, { days: -noteDaysMax }), before: now },
    ...{ limit: perKind, party },
  })
  return events.flatMap(({ id, title, ends_at, state, corrections_until, unanswered, approved }) => {
    const days = daysBetween(localDate(ends_at), localDate(now))
    const correctionsOpen = now < (corrections_until ?? '')
    const need = needOfNote({ state, correctionsOpen, unanswered, isOurs: approved > 0 })
    const values = { event: inLanguage(title, t.language), date: shortDate(t.language, ends_at) }
    const text = need ? t(`office.desk.note-${need}`, { ...values, unanswered }) : ''
    return itemIf(urgencyOfNote(need, days), { at: ends_at, text, path: `/office/events/${id}/notes` })
  })
}

export async function answerItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const parties = await partiesBySector(db)
  const due = await answersDue(db, { by: datePlus(today, answerDaysAhead), limit: perKind * 2 })
  return due.flatMap(({ id, event_id, number, answer_due_on, organisation_sector, ...receiver }) => {
    if (answer_due_on === null) return []
    const days = daysBetween(today, answer_due_on)
    const values = {
      number,
      receiver: receiverOf(receiver, t.language),
      days: Math.abs(days),
      due: dateInWords(t.language, answer_due_on),
    }
    const text = t(days < 0 ? 'office.desk.answer-late' : 'office.desk.answer-due', values)
    const path = `/office/events/${event_id}/recommendations/${id}/answer`
    const owner = parties.get(organisation_sector ?? '')
    const owedBy = owner ? [owner] : undefined
    return itemIf(urgencyOfAnswer(days), { at: answer_due_on, text, path, owedBy })
  })
}

export async function handOverItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const before = plus(now, { days: -handOverDaysMax })
  const events = await waitingToBeHandedOver(db, { before, limit: perKind })
  return events.flatMap(({ id, title, ends_at, recommendations }) => {
    const text = t('office.desk.hand-over', { event: inLanguage(title, t.language), recommendations })
    const path = `/office/events/${id}/notes`
    return itemIf(urgencyOfHandOver(recommendations), { at: ends_at, text, path })
  })
}
