import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const address = '/assets'

/** What is loaded with a page, or works for it; the reader of codes is loaded by those alone who open the camera. */
const entries = [
  ...['islands/door.ts', 'islands/door-worker.ts', 'islands/door-camera.ts', 'islands/table-notes.ts'],
  ...['islands/time-left.ts', 'islands/wall.ts'],
  'islands/vote.ts',
  ...['islands/seating.ts'],
]
const bytesMax: Record<string, number> = { 'door-camera.js': 30_000 }
const bytesMaxOfAPage = 10_000

/** Bundles every island under a name with a hash. Returns where they are; throws when one has grown too large. */
export async function bundleIslands(): Promise<Record<string, string>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'dist/public',
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    legalComments: 'none',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    entryNames: '[name].[hash]',
    logLevel: 'warning',
  })
  const islands: Record<string, string> = {}
  for (const file of Object.keys(metafile.outputs)) {
    const name = relative('dist/public', file)
    const source = name.replace(/\.\w+\.js$/, '.js')
    const bytes = brotliCompressSync(readFileSync(join(root, file))).length
    const max = bytesMax[source] ?? bytesMaxOfAPage
    if (bytes > max) {
      console.error(`${source} has ${bytes} bytes on the wire; ${max} are allowed.`)
      throw new Error('an island is too large')
    }
    islands[source] = `${address}/${name}`
  }
  return islands
}
