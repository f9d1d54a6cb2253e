import { inLanguage } from '#platform/language.ts'
import { daysBetween, localDate, plus } from '#platform/time.ts'
import { callsToSet, keptDaysAfterCall, proposalsToRead } from '#programme/index.ts'
import { type Asked, type DeskItem, perKind } from './desk-item.ts'
import { urgencyOfReading, urgencyOfSetting } from './themes.rules.ts'

const deskOf = (callId: string): string => `/office/theme-calls/${callId}`

/** Nobody is asked for the theme of a call whose people are forgotten: nobody is left who could be told. */
const notForgotten = (now: string): string => plus(now, { days: -keptDaysAfterCall })

/** Proposals that nobody sees before a coordinator has read them. */
export async function themeProposalItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const calls = (await proposalsToRead(db, notForgotten(now))).slice(0, perKind)
  return calls.map(({ id, closes_at, series_name, proposals, since }) => {
    const at = since ?? now
    const waited = daysBetween(localDate(at), today)
    return {
      urgency: urgencyOfReading(waited, daysBetween(today, localDate(closes_at))),
      at,
      text: t('theme-calls.desk-item.to-read', { proposals, series: inLanguage(series_name, t.language) }),
      path: deskOf(id),
    }
  })
}

/** Calls that are over, and whose theme nobody has set. */
export async function themeToSetItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const calls = (await callsToSet(db, notForgotten(now), now)).slice(0, perKind)
  return calls.map(({ id, closes_at, series_name }) => {
    const days = daysBetween(localDate(closes_at), localDate(now))
    return {
      urgency: urgencyOfSetting(days),
      at: closes_at,
      text: t('theme-calls.desk-item.to-set', { series: inLanguage(series_name, t.language) }),
      path: deskOf(id),
    }
  })
}
