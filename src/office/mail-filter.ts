import type { MailState } from '#platform/mail/index.ts'

export const mailFilters = ['all', 'waiting', 'failed', 'kept', 'sent'] as const
/** How the list of mails is looked at. */
export type MailFilter = (typeof mailFilters)[number]

const states: Record<MailFilter, readonly MailState[]> = {
  all: ['waiting', 'sending', 'failed', 'kept', 'sent'],
  // What one process is sending this second still waits, to those who look.
  waiting: ['waiting', 'sending'],
  failed: ['failed'],
  kept: ['kept'],
  sent: ['sent'],
}

export const statesOf = (filter: MailFilter): readonly MailState[] => states[filter]

/** What an address asks for; all of them when it asks for nothing known. */
export const filterFrom = (asked: string | undefined): MailFilter =>
  mailFilters.find((one) => one === asked) ?? 'all'

/** How many mails each look at the list holds. */
export function countsByFilter(
  counts: readonly { state: MailState; mails: number }[],
): Record<MailFilter, number> {
  const entries = mailFilters.map((filter) => {
    const inIt = counts.filter(({ state }) => states[filter].includes(state))
    return [filter, inIt.reduce((sum, { mails }) => sum + mails, 0)]
  })
  return Object.fromEntries(entries) as Record<MailFilter, number>
}
