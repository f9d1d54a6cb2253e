import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { projectRoot } from '#platform/root.ts'
import { freePort } from './bed.ts'
import { openLetterBox } from './letter-box.ts'

const folder = mkdtempSync(join(tmpdir(), 'malmoandan-process-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const inFolder = (name: string): string => join(folder, name)

interface Ended {
  code: number | null
  said: string
}

/** Runs the program until it ends by itself. */
function runToEnd(args: readonly string[], environment: Record<string, string>): Ended {
  const options = {
    cwd: projectRoot,
    env: { ...process.env, LOG_LEVEL: 'error', ...environment },
    timeout: 30_000,
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server.js', ...args], options)
  return { code: status, said: `${stdout.toString()}${stderr.toString()}` }
}

/** Starts the program and waits until it answers. */
async function started(args: readonly string[], environment: Record<string, string>) {
  const port = await freePort()
  const env = { ...process.env, LOG_LEVEL: 'error', PORT: String(port), ...environment }
  const program = spawn(process.execPath, ['dist/server.js', ...args], {
    cwd: projectRoot,
    env,
    stdio: 'pipe',
  })
  let said = ''
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = `http://localhost:${port}`
  while (
    !(await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (program.exitCode !== null) throw new Error(`it ended with ${program.exitCode}: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ended = once(program, 'exit')
    program.kill(signal)
    await ended
    return program.exitCode
  }
  return { url, stop, said: () => said }
}

test('settings that are wrong are listed in sentences, and nothing starts', () => {
  const { code, said } = runToEnd([], {
    PORT: 'abc',
    SMTP_URL: 'mail.example',
    DATA_DIR: inFolder('settings'),
  })
  equal(code, 1)
  match(said, /PORT must be a number[\s\S]*SMTP_URL must begin with smtp:/)
  ok(!/\bat \w+ \(/.test(said), 'no stack is shown to whoever runs it')
})

test('a port in use is explained', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const address = other.address()
  const port = String(typeof address === 'object' ? address?.port : '')
  const { code, said } = runToEnd([], { PORT: port, DATA_DIR: inFolder('port') })
  other.close()
  equal(code, 1)
  match(said, new RegExp(`Port ${port} is in use by another program`))
})

test('a folder that may not be written to is explained', () => {
  const data = inFolder('closed')
  // Root may write anywhere, so a file stands where the folder should be.
  const closed = process.getuid?.() === 0 ? '/dev/null' : data
  if (closed === data) chmodSync(folder, 0o500)
  const { code, said } = runToEnd([], { DATA_DIR: join(closed, 'below') })
  if (closed === data) chmodSync(folder, 0o700)
  equal(code, 1)
  match(said, /cannot be opened.*DATA_DIR/s)
})

test('the sample year and a real installation cannot be confused, and the sample year goes with one command', async () => {
  const environment = { DATA_DIR: inFolder('sample') }
  const sample = await started(['--sample'], environment)
  match(sample.said(), /sign-in\/sample\/city/)
  match(await (await fetch(`${sample.url}/sv`)).text(), /Exempelår/)
  equal(await sample.stop('SIGTERM'), 0)
  const refused = runToEnd([], { ...environment, PORT: '0' })
  deepEqual([refused.code, /holds the sample year/.test(refused.said)], [1, true])
  deepEqual(runToEnd(['--remove-sample'], environment).code, 0)
  const real = await started([], environment)
  match(real.said(), /\/sv\/start\/[A-Za-z2-9]{40}/)
  ok(!(await (await fetch(`${real.url}/sv`)).text()).includes('Exempelår'))
  equal(await real.stop('SIGINT'), 0)
  for (const args of [['--sample'], ['--remove-sample']]) {
    const { code, said } = runToEnd(args, { ...environment, PORT: '0' })
    deepEqual([code, /real installation/.test(said)], [1, true])
  }
})

test('a database that is newer than the program is left alone', () => {
  const data = inFolder('newer')
  equal(runToEnd(['--sign-in-link', 'nobody@example.org'], { DATA_DIR: data }).code, 1)
  const file = new DatabaseSync(join(data, 'malmoandan.sqlite'))
  file.exec("insert into migration values ('9999-later.sql', 'x', '2030-01-01T00:00:00.000Z')")
  file.close()
  const { code, said } = runToEnd([], { DATA_DIR: data, PORT: '0' })
  equal(code, 1)
  match(said, /newer than this program/)
})

test('killed between commit and mail, the mail goes out after the next start, once', async () => {
  const letters = await openLetterBox()
  const data = inFolder('killed')
  // Nothing listens there: the mail is written and waits.
  const deaf = await started([], { DATA_DIR: data, SMTP_URL: `smtp://127.0.0.1:${await freePort()}` })
  const [start = ''] = /\/sv\/start\/[A-Za-z2-9]{40}/.exec(deaf.said()) ?? []
  const people = {
    'city.name': 'Bo',
    'city.email': 'bo@example.org',
    'civil-society.name': 'Amina',
    'civil-society.email': 'amina@example.org',
  }
  await fetch(`${deaf.url}${start}`, {
    method: 'POST',
    body: new URLSearchParams(people),
    redirect: 'manual',
  })
  await deaf.stop('SIGKILL')
  const file = new DatabaseSync(join(data, 'malmoandan.sqlite'))
  // As if it had died while sending: claimed, and the claim has run out.
  file.exec("update mail set state = 'sending', claimed_until = '2020-01-01T00:00:00.000Z'")
  file.close()

  const heard = await started([], { DATA_DIR: data, SMTP_URL: letters.url })
  for (let wait = 0; wait < 100 && letters.count('amina@example.org') === 0; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await heard.stop('SIGTERM')
  const again = await started([], { DATA_DIR: data, SMTP_URL: letters.url })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await again.stop('SIGTERM')
  const count = letters.count('amina@example.org')
  await letters.close()
  equal(count, 1)
})
