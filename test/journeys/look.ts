import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '#platform/root.ts'

const axeSource = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8')

interface Found {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

const names = [
  ...[
    'button-name',
    'document-title',
    'empty-heading',
    'empty-table-header',
    'image-alt',
    'input-button-name',
  ],
  ...['label', 'label-content-name-mismatch', 'landmark-unique', 'link-name', 'role-img-alt', 'select-name'],
  ...['summary-name', 'svg-img-alt', 'html-lang-valid', 'valid-lang', 'table-duplicate-name'],
]

const options = {
  all: {},
  /** Contrast takes longer than all other rules together, and is the same in every language. */
  structure: { rules: { 'color-contrast': { enabled: false } } },
  /** What can differ between languages: what things are called. */
  words: { runOnly: names },
  /** What can differ between a wide page and a narrow one, in light and in dark. */
  looks: {
    runOnly: [
      ...['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
      ...['aria-hidden-focus', 'button-name', 'link-name', 'label', 'summary-name'],
    ],
  },
}

/** What axe finds on the page as it stands, one line per element. */
async function axeOn(page: Page, rules: keyof typeof options): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource)
  const found = await page.evaluate(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options[rules] })})`,
  )
  return (found as Found).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}

/** The same for a page that somebody is in the middle of using. */
export const troublesNow = (page: Page): Promise<string[]> => axeOn(page, 'all')

// Without script nothing of the page can be asked; it is the same page, and looked at where script runs.
const runsScript = (page: Page): Promise<boolean> =>
  page.evaluate("matchMedia('(scripting: enabled)').matches").then(Boolean)

/** The page that somebody has come to is one that everybody can use. */
export async function noTroubles(page: Page): Promise<void> {
  if (await runsScript(page)) deepEqual(await axeOn(page, 'structure'), [], page.url())
}

/** Everybody can use the page, and on a phone nobody has to move it sideways. */
export async function isGood(page: Page): Promise<void> {
  await noTroubles(page)
  const { width = 0 } = page.viewportSize() ?? {}
  ok(Number(await page.evaluate('document.scrollingElement.scrollWidth')) <= width, page.url())
}

interface Shape {
  lang: string
  headings: number
  title: string
  grew: boolean
}

/** What every page must be, whoever looks at it: whole as it came, before any script of ours has run. */
async function shapeOf(page: Page, html: string, language: string): Promise<string[]> {
  // Read by the browser's own parser both times, so that only what script has done can make a difference.
  // What says how things stand at this moment may change with the moment.
  const { lang, headings, title, grew } = await page.evaluate<Shape>(`(() => {
    const came = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
    const words = (whole) => {
      const main = whole.querySelector('main').cloneNode(true)
      for (const one of main.querySelectorAll('[role="status"]')) one.remove()
      return main.textContent
    }
    const headings = document.querySelectorAll('h1').length
    const { title, documentElement: { lang } } = document
    return { lang, headings, title, grew: words(document) !== words(came) }
  })()`)
  return [
    ...(lang === language ? [] : [`its language is ${lang}`]),
    ...(headings === 1 ? [] : [`it has ${headings} first headings`]),
    ...(title ? [] : ['it has no title']),
    ...(grew ? ['script changes its words'] : []),
  ]
}

async function sideways(page: Page, screen: number): Promise<string[]> {
  await page.setViewportSize({ width: screen, height })
  const width = Number(await page.evaluate('document.scrollingElement.scrollWidth'))
  return width > screen ? [`it is ${width} pixels wide on a screen of ${screen}`] : []
}

const [wide, narrow] = [1280, 320]
// What fits the narrowest may not fit where a wider arrangement has just begun.
const between = [768, 480, 360]
const height = 800

interface Look {
  path: string
  language: string
  /**
   * `all`: everything, wide in light and narrow in dark. `structure`: everything but its colours, and whether it fits a
   * narrow screen. `words`: on a narrow screen alone, what is called otherwise in another language.
   */
  rules: 'all' | 'structure' | 'words'
  status?: number
}

/** Everything that is wrong with a page. */
export async function troublesAt(
  page: Page,
  { path, language, rules, status = 200 }: Look,
): Promise<string[]> {
  await page.setViewportSize({ width: rules === 'words' ? narrow : wide, height })
  await page.emulateMedia({ colorScheme: 'light' })
  const answer = await page.goto(path)
  const troubles = answer?.status() === status ? [] : [`it answers ${answer?.status()}`]
  troubles.push(
    ...(await shapeOf(page, (await answer?.text()) ?? '', language)),
    ...(await axeOn(page, rules)),
  )
  if (rules === 'all') await page.emulateMedia({ colorScheme: 'dark' })
  if (rules === 'all') for (const screen of between) troubles.push(...(await sideways(page, screen)))
  troubles.push(...(await sideways(page, narrow)))
  if (rules === 'all')
    troubles.push(...(await axeOn(page, 'looks')).map((line) => `narrow and dark: ${line}`))
  return troubles.map((line) => `${path}: ${line}`)
}
