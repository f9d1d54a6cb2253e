import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.tsx'
import { printSignInLink, removeSampleYear } from './commands.ts'
import { prepare } from './first-start.ts'
import { beginRounds } from './rounds.ts'
import { databasePlace, openDatabase } from '#platform/db.ts'
import { messageOf, OperatorError } from '#platform/errors.ts'
import { type Log, openLog } from '#platform/log.ts'
import { PageCache } from '#platform/page-cache.ts'
import { readSettings, type Settings } from '#platform/settings.ts'
import { systemClock } from '#platform/time.ts'
import { keepOpenings } from '#programme/index.ts'

// A PostgreSQL of several nodes is asked once a second whether anything changed; a SQLite file tells at once.
const versionAgeMs = { sqlite: 0, postgres: 1000 }

/** The whole platform in one process: pages, mails, jobs. */
async function main(args: readonly string[]): Promise<void> {
  const settings = readSettings(process.env)
  if (args[0] === '--remove-sample') return removeSampleYear(settings)
  if (args[0] === '--sign-in-link') return printSignInLink(settings, args[1])

  const log = openLog(settings.logLevel)
  const database = openDatabase(databasePlace(settings))
  const kind = args.includes('--sample') ? 'sample' : 'real'
  const ready = await prepare(database, { kind, settings, clock: systemClock })
  const cache = new PageCache({
    clock: systemClock,
    version: () => database.version(),
    versionAgeMs: versionAgeMs[database.engine],
  })
  const ending = new AbortController()
  const app = createApp({ database, settings, clock: systemClock, log, kind, ending: ending.signal })
  const ordinary = getRequestListener(cache.wrap(app.fetch))
  const server = createServer((request, response) => {
    void cache.answer(request, response).then((done) => (done ? undefined : ordinary(request, response)))
  })
  await listen(server, settings)
  const rounds = beginRounds({ database, settings, clock: systemClock, log })
  log.info({ address: settings.baseUrl, engine: database.engine, kind }, 'ready')
  for (const line of ready) process.stdout.write(`${line}\n`)

  async function stop(): Promise<void> {
    log.info('stopping')
    // No new visitors; whoever is being served is served to the end, and so is the round that is under way.
    // Whoever listens without an end is let go first: they come back to the next process.
    ending.abort()
    server.closeIdleConnections()
    await Promise.all([new Promise((resolve) => server.close(resolve)), rounds.stop()])
    await keepOpenings(database.as())
    await database.close()
  }
  let stopping: Promise<void> | undefined
  const once = (): void => void (stopping ??= stopOrGiveUp(stop, log))
  process.once('SIGTERM', once)
  process.once('SIGINT', once)
}

const stopSecondsMax = 20

async function stopOrGiveUp(stop: () => Promise<void>, log: Log): Promise<void> {
  const patience = setTimeout(() => {
    log.warn('stopped without waiting any longer')
    process.exit(1)
  }, stopSecondsMax * 1000)
  await stop()
  clearTimeout(patience)
}

function listen(server: Server, { port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port)))
    server.listen(port, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is in use by another program. Stop it, or choose another port, as in PORT=3001.`,
    )
  }
  if (error.code === 'EACCES') {
    return new OperatorError(`This user may not open port ${port}. Choose one above 1023, as in PORT=3000.`)
  }
  return error
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const message =
    error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : messageOf(error)
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
