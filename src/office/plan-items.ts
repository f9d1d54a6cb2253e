import { commitmentsWithoutUpdate } from '#plan/index.ts'
import { inLanguage } from '#platform/language.ts'
import { daysBetween, localDate, plus } from '#platform/time.ts'
import { silentDaysMin, urgencyOfSilentCommitment } from './commitments.rules.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'

export async function silentCommitmentItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const silent = await commitmentsWithoutUpdate(db, plus(now, { days: -silentDaysMin }), today)
  return silent.slice(0, perKind).flatMap(({ number, title, due_on, latest_at, created_at }) => {
    const heard = latest_at ?? created_at
    const days = daysBetween(localDate(heard), today)
    const text = t('office.desk.commitment-silent', {
      number,
      commitment: inLanguage(title, t.language),
      days,
    })
    const urgency = urgencyOfSilentCommitment(days, daysBetween(today, due_on))
    return itemIf(urgency, { at: heard, text, path: `/office/commitments/${number}/update` })
  })
}
