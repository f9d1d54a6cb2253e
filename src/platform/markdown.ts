import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'

const marked = new Marked({ gfm: true, breaks: false })

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'a',
    'blockquote',
    'hr',
    'br',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  // A page has one first heading, its title; an editor's own begins a level below.
  transformTags: { h1: 'h2' },
}

const kept = new Map<string, string>()
const keptMax = 500

/** An editor's Markdown as HTML that is safe to show: known tags only, links to the web, mail and telephone only. */
export function markdown(text: string): string {
  const known = kept.get(text)
  if (known !== undefined) return known
  const html = sanitizeHtml(marked.parse(text, { async: false }), allowed)
  if (kept.size >= keptMax) kept.clear()
  kept.set(text, html)
  return html
}
