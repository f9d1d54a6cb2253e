import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '#platform/root.ts'
import { type LetterBox, openLetterBox } from './letter-box.ts'

/** The built program as its own process, with its own database file and a mail server that keeps what it is sent. */
export interface Installation {
  url: string
  /** The database, for moving time by hand. */
  file: string
  letters: LetterBox
  /** What the program has said so far, errors included. */
  said(): string
  /** Ends the program; throws when it did not end well, or had spoken of an error. */
  stop(): Promise<void>
}

const startSecondsMax = 60

export async function install({ sample = false } = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-journey-'))
  const letters = await openLetterBox()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = spawn(process.execPath, ['dist/server.js', ...(sample ? ['--sample'] : [])], {
    cwd: projectRoot,
    env: {
      ...process.env,
      ...{ PORT: String(port), BASE_URL: url, DATA_DIR: folder, SMTP_URL: letters.url, LOG_LEVEL: 'warn' },
      MAIL_FROM: 'Malmöandan <hej@example.org>',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer): void => void (said += chunk.toString())
  program.stdout.on('data', listen)
  program.stderr.on('data', listen)

  async function stop(): Promise<void> {
    await end(program)
    await letters.close()
    rmSync(folder, { recursive: true, force: true })
    const troubles = said.split('\n').filter((line) => /"level":[456]0|^\s+at /.test(line))
    if (program.exitCode !== 0 || troubles.length > 0) {
      throw new Error(`the program ended with ${program.exitCode} and said:\n${troubles.join('\n') || said}`)
    }
  }

  try {
    await healthy(url, program)
  } catch (error) {
    await stop().catch(() => undefined)
    throw new Error(`the program did not start: ${said}`, { cause: error })
  }
  return { url, file: join(folder, 'malmoandan.sqlite'), letters, said: () => said, stop }
}

/** A port that nobody uses now. The address of the site must be known before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

async function healthy(url: string, program: ChildProcess): Promise<void> {
  const until = Date.now() + startSecondsMax * 1000
  while (Date.now() < until) {
    if (program.exitCode !== null) throw new Error(`ended with ${program.exitCode}`)
    try {
      const answer = await fetch(`${url}/health`)
      if (answer.ok) return
    } catch {
      // Not listening yet.
    }
    await wait(50)
  }
  throw new Error('not healthy in time')
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  await ended
}
