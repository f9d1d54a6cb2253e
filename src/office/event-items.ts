import { shortDate } from '#platform/dates.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { daysBetween, type Instant, localDate, plus } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'
import {
  fewDaysAhead,
  fewPercent,
  nearlyFullPercent,
  urgencyOfDraft,
  urgencyOfFewSignUps,
  urgencyOfFilling,
} from './events.rules.ts'
import { draftEvents, eventsWithFewSignUps, fillingEvents } from './events.sql.ts'

export async function fillingEventItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const events = await fillingEvents(db, now, nearlyFullPercent, perKind)
  return events.flatMap((event) => {
    const { waiting, seats_taken, capacity } = event
    const values = { ...named(event, t.language), waiting, left: capacity - seats_taken }
    const text = t(waiting > 0 ? 'office.desk.event-waiting' : 'office.desk.event-filling', values)
    return itemIf(urgencyOfFilling(event), { at: event.starts_at, text, path: `/office/events/${event.id}` })
  })
}

export async function fewSignUpItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const until = plus(now, { days: fewDaysAhead + 1 })
  const events = await eventsWithFewSignUps(db, now, { until, percent: fewPercent, limit: perKind })
  return events.flatMap((event) => {
    const { seats_taken: taken, capacity, starts_at } = event
    const text = t('office.desk.event-few', { ...named(event, t.language), taken, capacity })
    const urgency = urgencyOfFewSignUps(taken, capacity, daysUntil(starts_at, now))
    return itemIf(urgency, { at: starts_at, text, path: `/office/events/${event.id}` })
  })
}

export async function draftEventItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const events = await draftEvents(db, perKind)
  return events.flatMap((event) => {
    const text = t('office.desk.event-draft', named(event, t.language))
    const urgency = urgencyOfDraft(daysUntil(event.starts_at, now))
    return itemIf(urgency, { at: event.starts_at, text, path: `/office/events/${event.id}` })
  })
}

const daysUntil = (instant: Instant, now: Instant): number => daysBetween(localDate(now), localDate(instant))

const named = (event: { title: Texts; starts_at: Instant }, language: Asked['t']['language']) => ({
  event: inLanguage(event.title, language),
  date: shortDate(language, event.starts_at),
})
