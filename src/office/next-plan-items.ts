import { nextPlanDesk } from '#plan/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { type Asked, type DeskItem } from './desk-item.ts'
import { urgencyOfBeginning, urgencyOfCarrying, urgencyOfComments, urgencyOfGap } from './next-plan.rules.ts'

/** What the next plan asks of whoever reads the desk. */
export async function nextPlanItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const desk = await nextPlanDesk(db, { today, party })
  const items: (Omit<DeskItem, 'urgency'> & { urgency: DeskItem['urgency'] | null })[] = []
  if (desk.lastEnds !== null) {
    const left = daysBetween(today, desk.lastEnds)
    const date = dateInWords(t.language, desk.lastEnds)
    const at = desk.lastEnds
    const path = '/office/next-plan'
    if (left < 0 && !desk.hasLater)
      items.push({ at, path, urgency: urgencyOfGap(), text: t('successor.desk-item.gap', { date }) })
    else if (!desk.isBegun && !desk.hasLater)
      items.push({
        ...{ at, path, urgency: urgencyOfBeginning(left), text: t('successor.desk-item.begin', { date }) },
      })
  }
  if (desk.unanswered > 0)
    items.push({
      ...{ at: desk.begunAt ?? now, path: '/office/next-plan/commitments' },
      urgency: urgencyOfCarrying(desk.lastEnds === null ? 365 : daysBetween(today, desk.lastEnds)),
      text: t('successor.desk-item.unanswered', { count: desk.unanswered }),
    })
  for (const [which, count, since] of [
    ['to-read', desk.toRead, desk.toReadSince],
    ['to-answer', desk.toAnswer, desk.toAnswerSince],
  ] as const)
    if (count > 0)
      items.push({
        ...{ at: since ?? now, path: '/office/next-plan/comments' },
        urgency: urgencyOfComments(which, daysBetween(localDate(since ?? now), today)),
        text: t(`successor.desk-item.${which}`, { count }),
      })
  return items.flatMap(({ urgency, ...line }) => (urgency === null ? [] : [{ urgency, ...line }]))
}
