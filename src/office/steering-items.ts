import { steeringDesk } from '#plan/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { urgencyOfMinutes, urgencyOfSeat } from './steering.rules.ts'

/** What the steering group asks of the reader's party: seats to fill, elections to record, a meeting to call. */
export async function steeringItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  if (!party) return []
  const today = localDate(now)
  const { seats, elections, meeting, minutes } = await steeringDesk(db, { t, now, party })
  const inWords = (date: string): string => dateInWords(t.language, date)
  return [
    ...seats.flatMap(({ id, seat, days }) => {
      const text = t(days === 0 ? 'duties.item.seat-vacant' : 'duties.item.seat-ending', { seat, days })
      return itemIf(urgencyOfSeat(days), { at: today, text, path: `/office/steering-group/seats/${id}/fill` })
    }),
    ...elections.map(({ id, election_on }) => ({
      ...{ urgency: 'now' as const, at: election_on, path: `/office/steering-group/calls/${id}/elect` },
      text: t('duties.item.election', { date: inWords(election_on) }),
    })),
    ...meeting.map(({ dueBy, isLate }) => ({
      ...{ urgency: isLate ? ('now' as const) : ('soon' as const), at: dueBy },
      text: t('duties.item.meeting-call', { date: inWords(dueBy) }),
      path: '/office/steering-group/meetings/new',
    })),
    ...minutes.flatMap(({ id, ends_at, need }) => {
      const day = localDate(ends_at)
      const text = t(`duties.item.minutes-${need}`, { date: inWords(day) })
      const urgency = urgencyOfMinutes(need, daysBetween(day, today))
      return itemIf(urgency, { at: ends_at, text, path: `/office/steering-group/meetings/${id}` })
    }),
  ]
}
