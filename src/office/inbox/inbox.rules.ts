import { datePlus, type Instant } from '#platform/time.ts'
import { isWorkingDay, workingDaysBetween } from '#platform/working-days.ts'

/** What came in, in the order of its filters. */
export const inboxKinds = ['question', 'pledge', 'idea', 'need', 'offer', 'hour', 'theme', 'claim'] as const
export type InboxKind = (typeof inboxKinds)[number]

/** What a stranger can send without anybody looking at it first; ideas and needs have decisions of their own. */
export const canBeSpam = (kind: InboxKind): kind is 'question' | 'pledge' =>
  kind === 'question' || kind === 'pledge'

/** Where a wave of programs can come in: what strangers send, and an idea that nobody has looked at. */
export const comesInWaves = (kind: InboxKind): kind is 'question' | 'pledge' | 'idea' =>
  canBeSpam(kind) || kind === 'idea'

/** So many of a kind, one after the other with no more than this between them, are no chance. */
export const waveMin = 20
const waveGapMs = 60_000

/** Everything of a kind that arrived in a rush. */
export interface Wave {
  kind: InboxKind
  from: Instant
  until: Instant
  count: number
}

/** "The office can close a wave with one press": what has come in waves. */
export function wavesIn(arrived: readonly { kind: InboxKind; arrived_at: Instant }[]): Wave[] {
  const waves: Wave[] = []
  for (const [kind, all] of Map.groupBy(arrived, (one) => one.kind)) {
    let wave: Wave | null = null
    for (const at of all.map(({ arrived_at }) => arrived_at).toSorted()) {
      if (wave && Date.parse(at) - Date.parse(wave.until) <= waveGapMs) {
        wave.until = at
        wave.count += 1
        continue
      }
      wave = { kind, from: at, until: at, count: 1 }
      waves.push(wave)
    }
  }
  return waves.filter(({ count }) => count >= waveMin)
}

export const spamReasons = ['advertising', 'program', 'sent-twice', 'abuse'] as const
export type SpamReason = (typeof spamReasons)[number]

/** Where nobody has promised a day, an answer takes no longer than this: so many working days. */
export const workingDaysMax = 10

/** The latest date of arrival that is late today, where no day was promised. */
export function lateSince(today: string, days = workingDaysMax): string {
  let [date, left] = [today, days]
  while (left >= 0) {
    if (isWorkingDay(date)) left -= 1
    date = datePlus(date, -1)
  }
  return date
}

/** How long something has waited, and by how much its day is over, in working days. */
export function waited(
  { arrivedOn, dueOn }: { arrivedOn: string; dueOn: string | null },
  today: string,
): { days: number; late: number } {
  const days = Math.max(0, workingDaysBetween(arrivedOn, today))
  const late = dueOn === null ? days - workingDaysMax : workingDaysBetween(dueOn, today)
  return { days, late: Math.max(0, late) }
}

/** Where the office acts on it, without the language. */
export function pathOf({ kind, ref }: { kind: InboxKind; ref: string }): string {
  switch (kind) {
    case 'question':
      return `/office/inbox/questions/${ref}`
    case 'pledge':
      return `/office/pledges/${ref}`
    case 'idea':
      return `/office/ideas/${ref}`
    case 'need':
      // Those of the network are named by where they are.
      return ref.startsWith('network/')
        ? ref.replace('network/', '/office/needs-offers/')
        : `/office/series/lunch-and-learn/needs/${ref}`
    case 'offer':
      return `/office/series/lunch-and-learn/needs/offers/${ref}`
    case 'hour':
      return `/office/series/malmo-hour/proposals/${ref}`
    case 'theme':
      return `/office/theme-calls/${ref}`
    case 'claim':
      return `/office/network/${ref}`
  }
}
