import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A browser for the journeys, with nothing of its own that would ask the outside world for anything. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  // Chromium cannot shut itself into its sandbox when root runs it, as in a container.
  const args = [...quiet, ...(isRoot() ? ['--no-sandbox'] : []), ...more]
  return chromium.launch({ executablePath: browserPath(), args, headless: true })
}

/** The browser that is there, or that can be had. */
function browserPath(): string {
  const path = present() ?? (install() ? present() : undefined)
  if (path) return path
  throw new Error(
    'The journeys need Chromium: install it (Debian: apt-get install chromium; anywhere: npx playwright-core install chromium), or name it in CHROMIUM.',
  )
}

function present(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const given = process.env['CHROMIUM']
  return [...(given ? [given] : []), ...installed, chromium.executablePath()].find(isProgram)
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install(): boolean {
  if (isRoot() && spawnSync('apt-get', ['--version']).status === 0) {
    const ran = spawnSync(
      'sh',
      ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium'],
      {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    )
    if (ran.status === 0) return true
  }
  return spawnSync('npx', ['playwright-core', 'install', 'chromium']).status === 0
}

const isRoot = (): boolean => process.getuid?.() === 0
