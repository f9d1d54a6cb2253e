import { createApp } from '#app.tsx'
import { openLog } from '#platform/log.ts'
import { languagePattern } from '#platform/web.tsx'
import { freshDatabase } from './bed.ts'

/** One row of the table of addresses, as the program itself has it; below a language, the language is left out. */
export interface Address {
  method: string
  pattern: string
}

/** Every address of the program, in the order in which it looks for them. */
export async function everyAddress(): Promise<Address[]> {
  const bed = await freshDatabase()
  const settings = {
    ...{ baseUrl: 'http://localhost:3000', port: 3000, dataDir: bed.folder, databaseUrl: undefined },
    ...{ smtpUrl: undefined, mailFrom: 'hej@example.org', trustedProxies: 0, logLevel: 'silent' as const },
  }
  const clock = (): string => '2026-11-23T11:00:00.000Z'
  const { db: database } = bed
  const app = createApp({ database, settings, clock, log: openLog('silent'), kind: 'sample', assets: {} })
  const rows = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  await bed.close()
  return [...new Set(rows)].map((row) => {
    const [method = '', path = ''] = row.split(' ')
    const pattern = path.replace(languagePattern, '') || '/'
    return { method, pattern }
  })
}

/** Which page an address leads to: '/sv/events/open-house' is one of '/events/:slug'. */
export function patternOf(addresses: readonly Address[], path: string): string | undefined {
  const below = path.replace(/^\/(sv|en|es)(?=\/|$)/, '') || '/'
  return addresses.find(({ method, pattern }) => method === 'GET' && expression(pattern).test(below))?.pattern
}

function expression(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/\.(?![^{]*\})/g, '\\.')
    .replaceAll(/:\w+\{([^}]*)\}|:\w+/g, (_whole, inner?: string) => inner ?? '[^/]+')
    .replaceAll('*', '.*')
  return new RegExp(`^${source}$`)
}
