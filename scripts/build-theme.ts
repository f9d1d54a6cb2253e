// Run by hand when the colours change: `node scripts/build-theme.ts`. It writes styles/theme.css, which is
// committed, from styles/designsystemet.config.json with the design system's own tool (no network).
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = join(root, 'node_modules/.bin/designsystemet')
const workshop = mkdtempSync(join(tmpdir(), 'theme-'))

const run = (...args: string[]): Buffer => execFileSync(tool, ['tokens', ...args], { cwd: workshop })

copyFileSync(join(root, 'styles/designsystemet.config.json'), join(workshop, 'designsystemet.config.json'))
run('create')
run('build')
copyFileSync(join(workshop, 'design-tokens-build/malmo.css'), join(root, 'styles/theme.css'))
rmSync(workshop, { recursive: true })
