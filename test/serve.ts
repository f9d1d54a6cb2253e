import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '#app.tsx'
import type { Database } from '#platform/db.ts'
import { openLog } from '#platform/log.ts'
import type { Instant } from '#platform/time.ts'
import { baseUrl } from './visitor.ts'

export interface Served {
  /** Where it listens; its pages believe that they are at `baseUrl`. */
  url: string
  close(): Promise<void>
}

/** The platform behind a real port of this machine, as one of several processes on one database would be. */
export async function serve(database: Database, now: Instant): Promise<Served> {
  const app = createApp({
    database,
    settings: {
      ...{ baseUrl, port: 0, dataDir: '/nowhere', databaseUrl: undefined, smtpUrl: undefined },
      ...{ mailFrom: 'Malmöandan <hej@example.org>', trustedProxies: 1, logLevel: 'silent' },
    },
    clock: () => now,
    log: openLog('silent'),
    kind: 'real',
    assets: { 'site.css': '/assets/site.css' },
  })
  const answer = getRequestListener(app.fetch)
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
