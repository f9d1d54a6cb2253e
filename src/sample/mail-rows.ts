import { found } from '#platform/errors.ts'
import { escapeHtml } from '#platform/html.ts'
import type { Language } from '#platform/language.ts'
import { plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Row } from './tables.ts'
import type { Year } from './year.ts'

export interface SampleMail {
  /** The event somebody signed up for. */
  event: string
  to?: 'seat' | 'waiting'
  state: 'sent' | 'failed' | 'kept'
  language?: Language
  subject: string
  lines: string[]
  error?: string
}

/** Some of the mails that sign-ups would have brought. None of them waits: the sample year never mails anybody. */
export function addMails(year: Year, events: readonly Held[], baseUrl: string): void {
  for (const mail of year.content.mails) {
    const { state, language = 'sv', subject, lines, error } = mail
    const event = found(events.find(({ sample }) => sample.key === mail.event)?.row, mail.event)
    const receiver = found(latestSignUp(year, event, mail), `sign-up for ${mail.event}`)
    const words = lines.map((line) => line.replace('{name}', receiver.name))
    const paragraphs = [...words, `${baseUrl}/${language}/events/${event.slug}`]
    const created_at = receiver.queued_at
    const to_address = found(receiver.email, 'address')
    const letter = { id: year.id(created_at), created_at, to_address, language, subject, about: event.id }
    year.rows.mail.push(mailRow(letter, paragraphs, { state, error: error ?? null }))
  }
}

type Letter = Pick<Row<'mail'>, 'id' | 'created_at' | 'to_address' | 'language' | 'subject' | 'about'>

/** A mail as it is kept, with what became of it. */
export const mailRow = (
  letter: Letter,
  paragraphs: readonly string[],
  { state, error }: { state: keyof typeof attempts; error: string | null },
): Row<'mail'> => ({
  ...letter,
  text_body: `${paragraphs.join('\n\n')}\n`,
  html_body: htmlOf(letter.subject, letter.language, paragraphs),
  ...{ calendar: null, calendar_method: null, unsubscribe_url: null, once_key: null },
  ...{ confidential: 0, state, attempts: attempts[state], last_error: error },
  ...{ next_attempt_at: letter.created_at, claimed_until: null },
  sent_at: state === 'sent' ? plus(letter.created_at, { seconds: 4 }) : null,
})

// The receiver's server said no for good, so nobody tried again.
const attempts = { sent: 1, kept: 0, failed: 1 }

/** Who signed up last and reads the mail's language; anybody of them when nobody does. */
function latestSignUp(year: Year, event: Row<'event'>, { to = 'seat', language = 'sv' }: SampleMail) {
  const all = year.rows.sign_up.filter((one) => one.event_id === event.id && one.email && one.state === to)
  const latestFirst = all.toSorted((a, b) => b.queued_at.localeCompare(a.queued_at))
  return latestFirst.find((one) => one.language === language) ?? latestFirst[0]
}

function htmlOf(subject: string, language: string, paragraphs: readonly string[]): string {
  const text = paragraphs.map((one) => `<p>${escapeHtml(one)}</p>`).join('\n')
  const head = `<meta charset="utf-8"><title>${escapeHtml(subject)}</title>`
  return `<!DOCTYPE html><html lang="${language}"><head>${head}</head><body>\n${text}\n</body></html>`
}
