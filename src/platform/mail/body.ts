import { escapeHtml } from '../html.ts'

/**
 * A label and a value. The value is a link only where an organiser gave it, as the address of a room on the net, and
 * an address to write to only where its owner said yes to that: what is broken up cannot be copied.
 */
export type Fact =
  | readonly [label: string, value: string]
  | readonly [label: string, value: string, kind: 'link' | 'address']

/** What a mail says. Every string is plain text: user text in it can become neither markup nor a link. */
export interface MailBody {
  greeting?: string
  paragraphs: readonly string[]
  facts?: readonly Fact[]
  action?: { label: string; url: string }
  more?: readonly string[]
  /** Why the receiver gets this mail; the last line. */
  why: string
  /** The link that ends mails of this kind, after the last line. */
  leave?: { label: string; url: string }
}

/** The plain text that every mail program can show. */
export function textOf({
  greeting,
  paragraphs,
  facts = [],
  action,
  more = [],
  why,
  leave,
}: MailBody): string {
  const rows = facts.map(
    ([label, value, kind]) =>
      `${breakAddresses(label)}: ${isWhole(value, kind) ? value : breakAddresses(value)}`,
  )
  const parts = [
    ...[greeting, ...paragraphs].map((text) => text && breakAddresses(text)),
    rows.join('\n'),
    action && `${breakAddresses(action.label)}:\n${action.url}`,
    ...[...more, `--\n${why}`].map(breakAddresses),
    leave && `${breakAddresses(leave.label)}:\n${leave.url}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

interface Written {
  subject: string
  language: string
  body: MailBody | null
  text_body: string
  html_body: string
}

/** The text of a mail in the outbox; '' once it is wiped. */
export const textIn = ({ body, text_body }: Pick<Written, 'body' | 'text_body'>): string =>
  body ? textOf(body) : text_body

/** The HTML of a mail in the outbox. */
export const htmlIn = ({ subject, language, body, html_body }: Omit<Written, 'text_body'>): string =>
  body ? htmlOf(subject, language, body) : html_body

/** The same with a little shape; colours and type are the site's, without any file from elsewhere. */
export function htmlOf(subject: string, language: string, body: MailBody): string {
  const { greeting, paragraphs, facts = [], action, more = [], why, leave } = body
  const p = (text: string): string => `<p style="margin:0 0 16px">${safe(text)}</p>`
  const rows = facts.map(
    ([label, value, kind]) =>
      `<tr><th align="left" valign="top" style="padding:4px 16px 4px 0;font-weight:normal;color:#4a5a68">${safe(label)}</th>` +
      `<td style="padding:4px 0"><strong>${isWhole(value, kind) ? link(value, kind) : safe(value)}</strong></td></tr>`,
  )
  const button =
    action &&
    `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#0f5c8c;color:#ffffff;` +
      `padding:12px 20px;border-radius:8px;text-decoration:none;display:inline-block">${safe(action.label)}</a></p>`
  return [
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff;color:#22303c;font:17px/1.5 Verdana,Arial,sans-serif">',
    '<div style="max-width:600px">',
    greeting && p(greeting),
    ...paragraphs.map(p),
    rows.length > 0 &&
      `<table cellpadding="0" cellspacing="0" style="margin:0 0 16px">${rows.join('')}</table>`,
    button,
    ...more.map(p),
    `<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #c8d0d8;color:#4a5a68;font-size:14px">${safe(why)}` +
      `${leave ? ` <a href="${escapeHtml(leave.url)}" style="color:#4a5a68">${safe(leave.label)}</a>` : ''}</p>`,
    '</div></body></html>',
  ]
    .filter(Boolean)
    .join('\n')
}

// Mail programs turn anything that looks like an address into a link. A zero-width break stops them, so that nobody
// can make us mail a link of theirs by putting it in a name or a title. Our own links are the action alone.
const addressLike =
  /[a-z][a-z\d+.-]*:\/\/|\b(?:mailto|tel|javascript):|\bwww\.|(?<=[\p{L}\p{N}-])[.。．｡](?=\p{L}{2,})/giu

const breakAddresses = (text: string): string => text.replaceAll(addressLike, (match) => `${match}\u200B`)

const safe = (text: string): string => escapeHtml(breakAddresses(text)).replaceAll('\n', '<br>')

// No more than one, and nothing beside it.
const wholeAddress = /^[\w'+.-]+@[a-z\d.-]+\.[a-z]{2,}$/i

/** Whether a value is what its kind says, and is let through as it is. */
const isWhole = (value: string, kind: Fact[2]): kind is 'link' | 'address' =>
  kind === 'link' ? /^https?:\/\//.test(value) : kind === 'address' && wholeAddress.test(value)

const link = (value: string, kind: 'link' | 'address'): string =>
  `<a href="${kind === 'link' ? '' : 'mailto:'}${escapeHtml(value)}">${escapeHtml(value)}</a>`
