import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Texts } from '#platform/language.ts'
import { datePlus, instantAt, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

export interface SampleRecommendation {
  /** The address that a link to answer by was mailed to. */
  mailedTo?: string
  event: string
  receiver?: string
  receiverName?: string
  text: Texts
  /** Days after the event; nothing when it has not been handed over. */
  handedOver?: number
  dueAfter?: number
  dueDaysAgo?: number
  dueInDays?: number
  answer?: { after: number; kind: 'accepted' | 'partly' | 'declined'; words: Texts }
}

/** What was recommended to whom, and the answers; returns the ids in the order of their numbers. */
export function addRecommendations(year: Year, events: readonly Held[]): string[] {
  return year.content.recommendations.map((sample, index) => {
    const event = events.find((one) => one.sample.key === sample.event)
    if (!event) throw new Error(`the sample year has no event called ${sample.event}`)
    return addRecommendation(year, event, sample, index + 1)
  })
}

function addRecommendation(year: Year, event: Held, sample: SampleRecommendation, number: number): string {
  const { date, row: held, by } = event
  const created_at = plus(instantAt(datePlus(date, 1), '15:00'), { minutes: number })
  const id = year.id(created_at)
  const receiver = year.found.organisations.get(sample.receiver ?? '') ?? null
  const handedOverOn = sample.handedOver === undefined ? null : datePlus(date, sample.handedOver)
  const row: Row<'recommendation'> = {
    ...{ id, event_id: held.id, number, text: json(sample.text), written_by: by, created_at },
    receiver_organisation_id: receiver,
    receiver_name: receiver ? null : (sample.receiverName ?? sample.receiver ?? ''),
    handed_over_on: handedOverOn,
    answer_due_on: handedOverOn && dueOn(year, sample, handedOverOn),
  }
  year.rows.recommendation.push(row)
  year.record({ what: 'recommendation-written', by, about: id, at: created_at, detail: { number } })
  if (handedOverOn) {
    const detail = { number, due: row.answer_due_on }
    year.record({
      what: 'recommendation-handed-over',
      by,
      about: id,
      at: instantAt(handedOverOn, '10:10'),
      detail,
    })
  }
  if (sample.answer) addAnswer(year, event, row, sample.answer)
  if (sample.mailedTo) addLink(year, row, by, sample.mailedTo)
  return id
}

function dueOn(
  year: Year,
  { dueAfter, dueDaysAgo, dueInDays }: SampleRecommendation,
  handedOverOn: string,
): string {
  if (dueDaysAgo !== undefined) return year.date(-dueDaysAgo)
  return dueInDays === undefined ? datePlus(handedOverOn, dueAfter ?? 60) : year.date(dueInDays)
}

type Answer = NonNullable<SampleRecommendation['answer']>

function addAnswer(
  year: Year,
  { date, by }: Held,
  recommendation: Row<'recommendation'>,
  answer: Answer,
): void {
  const { after, kind, words } = answer
  const answered_on = datePlus(date, after)
  const at = instantAt(answered_on, '15:10')
  year.rows.answer.push({
    ...{ id: year.id(at), recommendation_id: recommendation.id, kind, words: json(words) },
    ...{ answered_on, recorded_by: by, recorded_at: at, next_by: null, link_id: null, given_as: null },
  })
  const detail = { number: recommendation.number, kind }
  year.record({ what: 'recommendation-answered', by, about: recommendation.id, at, detail })
}

/** It was handed over by mail, and the receiver has been reminded as often as anybody is. */
function addLink(year: Year, { id, handed_over_on }: Row<'recommendation'>, by: string, email: string): void {
  const at = instantAt(found(handed_over_on, 'day of the hand-over'), '10:10')
  year.rows.answer_link.push({
    ...{ id: year.id(at), recommendation_id: id, token_hash: year.id(at), created_at: at, made_by: by },
    ...{ ended_at: null, ended_because: null },
  })
  year.rows.answer_address.push({
    ...{ recommendation_id: id, email, language: 'sv', given_by: by, given_at: at },
  })
  for (const [kind, days] of [
    ['soon', -30],
    ['late', -22],
    ['very-late', -2],
  ] as const)
    year.rows.answer_reminder.push({ recommendation_id: id, kind, at: year.moment(days, '08:30') })
}
