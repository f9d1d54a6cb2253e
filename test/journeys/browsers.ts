import type { Browser, BrowserContext, ConsoleMessage, Page, Response } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { launch } from '../chromium.ts'

interface Looks {
  language?: Language
  script?: boolean
  colour?: 'light' | 'dark'
  width?: number
}

export interface Browsers {
  /** A new visitor with a browser of her own: no cookies yet. */
  visitor(looks?: Looks): Promise<Page>
  /** What no page may do: ask another site for anything, complain in the console, fail. */
  complaints: string[]
  close(): Promise<void>
}

/** One Chromium for a whole test file, in which every visitor has cookies of her own. */
export async function openBrowsers(site: string, switches: readonly string[] = []): Promise<Browsers> {
  const browser: Browser = await launch(switches)
  const complaints: string[] = []
  return {
    complaints,
    async visitor({ language = 'sv', script = true, colour = 'light', width = 1280 } = {}) {
      const context = await browser.newContext({
        locale: language,
        javaScriptEnabled: script,
        colorScheme: colour,
        viewport: { width, height: 800 },
        baseURL: site,
      })
      listenTo(context, site, complaints)
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      return page
    },
    close: () => browser.close(),
  }
}

function listenTo(context: BrowserContext, site: string, complaints: string[]): void {
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${site}/`) && !url.startsWith('data:')) complaints.push(`asks another site: ${url}`)
  })
  context.on('response', (response: Response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
  context.on('console', (message: ConsoleMessage) => {
    // Chromium writes a line for every page that is not found or refuses; those are answers, not faults of the page.
    if (message.type() === 'error' && !/Failed to load resource.*(404|409|422)/.test(message.text())) {
      complaints.push(`${message.location().url}: ${message.text()}`)
    }
  })
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`))
}
