import type { Urgency } from './urgency.rules.ts'

/** A failed mail that nobody tried again for so long is an address that does not exist; it stays in the list of mails. */
export const failedDaysMax = 14

/** People who were promised a mail have not got it. */
export const urgencyOfFailedMails = (failed: number): Urgency | null => (failed > 0 ? 'now' : null)

const waitingMinutesMax = 30
const longWaitMinutes = 120

/** A mail leaves within a minute. After half an hour something is wrong, after two hours people ask where it is. */
export function urgencyOfWaitingMails(minutesWaited: number): Urgency | null {
  if (minutesWaited >= longWaitMinutes) return 'now'
  return minutesWaited >= waitingMinutesMax ? 'soon' : null
}

/** Without a mail server nobody gets their confirmation. In a sample installation that is as it should be. */
export const urgencyOfKeptMails = (kept: number, hasMailServer: boolean, isSample: boolean): Urgency | null =>
  kept > 0 && !hasMailServer && !isSample ? 'now' : null

export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'kept'
export type TryAgainRefusal = 'already-sent' | 'on-its-way' | 'no-mail-server'

/** What has arrived is not sent twice, and what is on its way is left alone. */
export function refusalToTryAgain(state: MailState, hasMailServer: boolean): TryAgainRefusal | null {
  switch (state) {
    case 'sent':
      return 'already-sent'
    case 'sending':
      return 'on-its-way'
    case 'waiting':
    case 'failed':
    case 'kept':
      return hasMailServer ? null : 'no-mail-server'
  }
}

/** A mail that holds a way in is its receiver's alone; only invented people's mails may be read by all in the office. */
export const mayRead = (mail: { confidential: number }, isSample: boolean): boolean =>
  mail.confidential === 0 || isSample
