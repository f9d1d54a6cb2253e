import { escapeHtml } from '#platform/html.ts'
import { plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Someone } from './people-rows.ts'
import type { Year } from './year.ts'

/** Some of the mails that would have been written. None of them waits: the sample year never mails anybody. */
export function addMails(
  year: Year,
  people: readonly Someone[],
  events: readonly Held[],
  baseUrl: string,
): void {
  for (const { event, to, daysAgo, state, language = 'sv', subject, lines, error } of year.content.mails) {
    const receiver = people[to]
    const about = events.find(({ sample }) => sample.key === event)?.row
    if (!receiver || !about) throw new Error(`the sample year has no person ${to} or no event ${event}`)
    const created_at = year.moment(-daysAgo, '12:34')
    const words = lines.map((line) => line.replace('{name}', receiver.name))
    const paragraphs = [...words, `${baseUrl}/${language}/events/${about.slug}`]
    const html = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')
    year.rows.mail.push({
      ...{ id: year.id(created_at), created_at, to_address: receiver.email, language, subject },
      text_body: `${paragraphs.join('\n\n')}\n`,
      html_body: `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>\n${html}\n</body></html>`,
      ...{ calendar: null, calendar_method: null, unsubscribe_url: null, about: about.id, once_key: null },
      ...{ confidential: 0, state, attempts: state === 'kept' ? 0 : state === 'sent' ? 1 : 8 },
      ...{ next_attempt_at: created_at, claimed_until: null, last_error: error ?? null },
      sent_at: state === 'sent' ? plus(created_at, { seconds: 4 }) : null,
    })
  }
}
