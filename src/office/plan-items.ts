import { partiesOn } from '#people/index.ts'
import { commitmentsDue, commitmentsWithoutUpdate, keptByNobody } from '#plan/index.ts'
import { dateInWords } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import { datePlus, daysBetween, localDate, plus } from '#platform/time.ts'
import {
  dueDaysAhead,
  silentDaysMin,
  urgencyOfDueCommitment,
  urgencyOfNobodysCommitment,
  urgencyOfSilentCommitment,
} from './commitments.rules.ts'
import { type Asked, type DeskItem, itemIf, perKind } from './desk-item.ts'
import { partiesBehind } from './owners.sql.ts'

export async function silentCommitmentItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const silent = await commitmentsWithoutUpdate(db, plus(now, { days: -silentDaysMin }), today)
  const items = silent.slice(0, perKind).map(async (one) => {
    const { number, title, due_on, latest_at, created_at } = one
    const heard = latest_at ?? created_at
    const days = daysBetween(localDate(heard), today)
    const text = t('office.desk.commitment-silent', {
      number,
      commitment: inLanguage(title, t.language),
      days,
    })
    const urgency = urgencyOfSilentCommitment(days, daysBetween(today, due_on))
    const path = `/office/commitments/${number}/update`
    return itemIf(urgency, { at: heard, text, path, owedBy: await partiesBehind(db, one.owners) })
  })
  return (await Promise.all(items)).flat()
}

/** Commitments whose day comes soon or has passed; whoever has promised them tells how it goes. */
export async function dueCommitmentItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const heardAfter = plus(now, { days: -silentDaysMin })
  const due = await commitmentsDue(db, datePlus(today, dueDaysAhead), today)
  // Of which nothing was heard for long there is a line already.
  const heard = due.filter(({ latest_at, created_at }) => (latest_at ?? created_at) >= heardAfter)
  const items = heard.slice(0, perKind).map(async ({ number, title, due_on, owners }) => {
    const days = daysBetween(today, due_on)
    const commitment = inLanguage(title, t.language)
    const values = { number, commitment, date: dateInWords(t.language, due_on) }
    const text = t(days < 0 ? 'duties.item.commitment-late' : 'duties.item.commitment-due', values)
    const path = `/office/commitments/${number}/update`
    const owedBy = await partiesBehind(db, owners)
    return itemIf(urgencyOfDueCommitment(days), { at: due_on, text, path, owedBy })
  })
  return (await Promise.all(items)).flat()
}

/** Commitments that everybody who had promised them is gone from: each party may propose who takes over. */
export async function nobodysCommitmentItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const [all, parties] = await Promise.all([keptByNobody(db, today), partiesOn(db, today)])
  return all.slice(0, perKind).flatMap(({ number, title, due_on, since }) => {
    const values = { number, commitment: inLanguage(title, t.language), date: dateInWords(t.language, since) }
    const text = t('duties.item.commitment-nobodys', values)
    const path = `/office/commitments/${number}/owners`
    const owedBy = parties.map(({ id }) => id)
    return itemIf(urgencyOfNobodysCommitment(daysBetween(today, due_on)), { at: since, text, path, owedBy })
  })
}
