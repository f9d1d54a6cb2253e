/** `npm run build`: makes dist/server.js out of src/, and the styles; does nothing when nothing has changed. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { buildStyles } from './build-styles.ts'

const root = join(import.meta.dirname, '..')
const inDist = (name: string): string => join(root, 'dist', name)
const sources = [
  'src/**/*',
  'styles/**/*',
  'islands/**/*',
  'public/**/*',
  'scripts/build*.ts',
  'package.json',
  'package-lock.json',
]

// Some packages are CommonJS and ask for `require`, `__dirname` or `__filename`, which a module does not have.
const banner = `import { createRequire as madeRequire } from 'node:module'
const require = madeRequire(import.meta.url)
const { filename: __filename, dirname: __dirname } = import.meta`

const state = stateOf(sources)
if (process.argv.includes('--again') || !isBuilt(state)) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    await Promise.all([buildServer(), buildStyles()])
    writeFileSync(inDist('built-from'), state)
  } catch (error) {
    // What is wrong with the sources, and where, has been said by esbuild.
    if (!(error instanceof Error && 'errors' in error)) console.error(error)
    process.exitCode = 1
  }
}

function stateOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(join(root, file))
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

function isBuilt(state: string): boolean {
  const stamp = inDist('built-from')
  return existsSync(inDist('server.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state
}

/**
 * One file, packages included: reading a thousand small files is what makes a start slow. And one for each `*.worker.ts`,
 * which runs in a thread of its own (src/platform/work-apart.ts).
 */
async function buildServer(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ['src/server.ts', ...globSync('src/**/*.worker.ts', { cwd: root })].map((file) =>
      join(root, file),
    ),
    outdir: inDist(''),
    outbase: join(root, 'src'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    mainFields: ['module', 'main'],
    // Holds a compiled program for each kind of machine; `pg-native` is a choice that we did not make. `pdfkit` is
    // large, and loaded only when somebody opens a certificate.
    external: ['sharp', 'pg-native', 'pdfkit'],
    banner: { js: banner },
    sourcemap: true,
    minify: false,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  })
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, path.endsWith('.js') ? inAscii(text) : text)
  }
}

/**
 * A single letter beyond ASCII makes Node keep four million others in twice the memory. Only comments and regular
 * expressions hold any by now, and both may spell them as `\u00e5`.
 */
function inAscii(text: string): string {
  if (/String\.raw`[^`]*[^`\p{ASCII}]/u.test(text))
    throw new Error('String.raw cannot spell letters beyond ASCII')
  // Without the flag for whole letters: some are two units long, and each is spelled by itself.
  return text.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
