import type { Browser } from 'playwright-core'
import { launch } from '../chromium.ts'
import { addresses } from './pages.ts'
import type { Platform } from './programs.ts'
import type { Row } from './table.ts'

// A slow phone network as Lighthouse means it: 150 ms there and back, 1.6 Mbit/s down; and a processor four times slower.
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
}
const slowdown = 4

interface Visit {
  bytes: number
  requests: number
  lcpMs: number
  strangers: string[]
}

/** What a browser that has never been here fetches, and when the largest thing on the first screen stands there. */
export async function firstVisits(platform: Platform, times: number, wrong: string[]): Promise<Row[]> {
  const browser = await launch()
  try {
    const rows: Row[] = []
    for (const [name, path] of (await addresses(platform)).filter(([name]) => name !== 'calendar')) {
      const visits: Visit[] = []
      for (let time = 0; time < times; time += 1) visits.push(await visit(browser, `${platform.url}${path}`))
      const [one, ...others] = visits.toSorted((a, b) => a.lcpMs - b.lcpMs)
      const middle = others[Math.floor(visits.length / 2) - 1] ?? one
      if (!middle) throw new Error('no visit was made')
      wrong.push(...middle.strangers.map((url) => `${name} asks ${url}`))
      const { bytes, requests, lcpMs } = middle
      rows.push({
        what: `first visit, ${name}`,
        measured: `${(bytes / 1000).toFixed(1)} kB in ${requests} requests, LCP ${(lcpMs / 1000).toFixed(2)} s`,
        goal: '≤ 60 kB, ≤ 6, LCP < 0.8 s',
      })
    }
    return rows
  } finally {
    await browser.close()
  }
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const seen = { bytes: 0, requests: [] as string[] }
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (seen.bytes += encodedDataLength))
  wire.on('Network.requestWillBeSent', ({ request }) => seen.requests.push(request.url))
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', slow4g)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(url, { waitUntil: 'networkidle' })
  const lcpMs = await page.evaluate(largestPaint, paints)
  await context.close()
  const strangers = seen.requests.filter(
    (one) => !one.startsWith(new URL(url).origin) && !one.startsWith('data:'),
  )
  return { bytes: seen.bytes, requests: seen.requests.length, lcpMs, strangers }
}

// Node's own types know no paints.
const paints = { type: 'largest-contentful-paint', buffered: true } as unknown as {
  type: 'mark'
  buffered: true
}

/** Runs in the page: the instant of the largest paint so far, which the browser keeps for whoever asks late. */
const largestPaint = (asked: typeof paints): Promise<number> =>
  new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe(asked)
  })
