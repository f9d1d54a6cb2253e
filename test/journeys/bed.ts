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
  /** Ends the program as a power cut would, and starts it again on the same database. */
  killAndStartAgain(): Promise<void>
  /** Ends the program; throws when it did not end well, or had spoken of an error. */
  stop(): Promise<void>
}

const startSecondsMax = 60

export async function install({ sample = false } = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-journey-'))
  const letters = await openLetterBox()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const environment = {
    ...process.env,
    ...{ PORT: String(port), BASE_URL: url, DATA_DIR: folder, SMTP_URL: letters.url, LOG_LEVEL: 'warn' },
    MAIL_FROM: 'Malmöandan <hej@example.org>',
  }
  let said = ''
  let program = await start()

  async function start(): Promise<ChildProcess> {
    const begun = spawn(process.execPath, ['dist/server.js', ...(sample ? ['--sample'] : [])], {
      cwd: projectRoot,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [begun.stdout, begun.stderr])
      stream.on('data', (chunk) => void (said += String(chunk)))
    try {
      await healthy(url, begun)
    } catch (error) {
      await end(begun, 'SIGKILL')
      await clear()
      throw new Error(`the program did not start: ${said}`, { cause: error })
    }
    return begun
  }

  async function clear(): Promise<void> {
    await letters.close()
    rmSync(folder, { recursive: true, force: true })
  }

  return {
    ...{ url, letters, file: join(folder, 'malmoandan.sqlite') },
    said: () => said,
    async killAndStartAgain() {
      await end(program, 'SIGKILL')
      program = await start()
    },
    async stop() {
      await end(program, 'SIGTERM')
      await clear()
      const troubles = said.split('\n').filter((line) => /"level":[56]0|^\s+at /.test(line))
      if (program.exitCode === 0 && troubles.length === 0) return
      throw new Error(`the program ended with ${program.exitCode} and said:\n${troubles.join('\n') || said}`)
    },
  }
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

async function end(program: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill(signal)
  await ended
}
