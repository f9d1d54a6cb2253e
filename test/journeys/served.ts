import { type HTMLElement, parse } from 'node-html-parser'

/** What is wrong with a page as it is served, by its words alone: a browser is not asked. */
export function troublesIn(html: string, language: string): string[] {
  const page = parse(html)
  const lang = page.querySelector('html')?.getAttribute('lang')
  const headings = page.querySelectorAll('h1').length
  return [
    ...(lang === language ? [] : [`its language is ${lang}`]),
    ...(headings === 1 ? [] : [`it has ${headings} first headings`]),
    ...(page.querySelector('title')?.textContent.trim() ? [] : ['it has no title']),
    ...page
      .querySelectorAll('a[href], button, summary, h1, h2, h3, legend, caption, th, img, svg[role="img"]')
      .filter((one) => !isHidden(one) && nameOf(page, one) === '')
      .map((one) => `${one.rawTagName} has no name: ${one.outerHTML.slice(0, 120)}`),
    ...twins(page).map((one) => `two ${one} have one name`),
  ]
}

const isHidden = (one: HTMLElement): boolean =>
  one.closest('[hidden], [aria-hidden="true"], template') !== null

/** What an element is called, near enough to how a browser works it out: by a label, by another element, by its words. */
function nameOf(page: HTMLElement, one: HTMLElement): string {
  const label = one.getAttribute('aria-label')
  if (label) return label.trim()
  const by = one.getAttribute('aria-labelledby')
  if (by)
    return by
      .split(/\s+/)
      .map((id) => page.querySelector(`[id="${id}"]`)?.textContent ?? '')
      .join(' ')
      .trim()
  const alt = one.getAttribute('alt')
  if (alt !== undefined) return alt === '' ? 'decoration' : alt.trim()
  const pictures = one.querySelectorAll('[aria-label], img[alt], svg title').map(pictured)
  return `${one.textContent} ${pictures.join(' ')}`.trim()
}

const pictured = (one: HTMLElement): string =>
  one.getAttribute('aria-label') ?? one.getAttribute('alt') ?? one.textContent

/** Landmarks of one kind that nobody can tell apart by ear. */
function twins(page: HTMLElement): string[] {
  const named = page
    .querySelectorAll('nav, aside, section[aria-label], section[aria-labelledby], form[aria-label]')
    .filter((one) => !isHidden(one))
    .map((one) => `${one.rawTagName} '${landmarkName(page, one)}'`)
  return [...new Set(named.filter((name, place) => named.indexOf(name) !== place))]
}

const landmarkName = (page: HTMLElement, one: HTMLElement): string =>
  one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') ? nameOf(page, one) : ''
