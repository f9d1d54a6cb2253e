import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { bundleIslands } from './build-islands.ts'

const root = join(import.meta.dirname, '..')
const target = join(root, 'dist/public')
/** Where the server answers with the files of dist/public. */
const address = '/assets'

type Assets = Record<string, string>

/**
 * The design system keeps its icons in the style itself (`data:`), which our Content-Security-Policy does not let in;
 * ours are drawn with borders and letters in styles/.
 */
const withoutIcons: Plugin = {
  name: 'without-icons',
  setup: ({ onLoad }) => {
    onLoad({ filter: /designsystemet-css.*\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/url\((["'])data:.*?\1\)/gu, 'none'),
      loader: 'css',
    }))
  },
}

/** One file of style, minified, with a hash in its name so that browsers may keep it for ever. */
async function bundleStyles(): Promise<Assets> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['styles/site.css'],
    outdir: 'dist/public',
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    entryNames: '[name].[hash]',
    assetNames: 'fonts/[name].[hash]',
    loader: { '.woff2': 'file' },
    publicPath: address,
    plugins: [withoutIcons],
  })
  const assets: Assets = {}
  for (const [file, { inputs }] of Object.entries(result.metafile.outputs)) {
    const isStyle = file.endsWith('.css')
    const source = isStyle ? 'site.css' : relative('public', Object.keys(inputs)[0] ?? file)
    assets[source] = `${address}/${relative('dist/public', file)}`
  }
  return assets
}

/** Everything else of public/, with a hash in the name too; fonts come with the style that asks for them. */
function copyPublic(): Assets {
  const assets: Assets = {}
  const files = readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
  for (const file of files) {
    if (!file.isFile() || file.name.endsWith('.woff2')) continue
    const path = join(file.parentPath, file.name)
    const name = relative(join(root, 'public'), path)
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8)
    const ending = extname(name)
    const hashed = `${name.slice(0, name.length - ending.length)}.${hash}${ending}`
    mkdirSync(join(target, hashed, '..'), { recursive: true })
    copyFileSync(path, join(target, hashed))
    assets[name] = `${address}/${hashed}`
  }
  return assets
}

/** Compressed once here, as small as it gets, instead of at every request. */
function compress(assets: Assets): void {
  for (const served of Object.values(assets)) {
    if (!/\.(css|svg|js)$/u.test(served)) continue
    const path = join(target, relative(address, served))
    const whole = readFileSync(path)
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${path}.br`, brotliCompressSync(whole, { params: quality }))
    writeFileSync(`${path}.gz`, gzipSync(whole, { level: 9 }))
  }
}

/** Files of earlier builds go when the new ones are there, so that a running server never misses one. */
function removeOthers(assets: Assets): void {
  const current = new Set(Object.values(assets).map((served) => relative(address, served)))
  for (const file of readdirSync(target, { recursive: true, withFileTypes: true })) {
    const name = relative(target, join(file.parentPath, file.name)).replace(/\.(br|gz)$/, '')
    if (file.isFile() && !current.has(name)) rmSync(join(file.parentPath, file.name))
  }
}

/** Builds dist/public and dist/assets.json, which says under what address each file is served. */
export async function buildStyles(): Promise<Assets> {
  mkdirSync(target, { recursive: true })
  const assets = { ...copyPublic(), ...(await bundleStyles()), ...(await bundleIslands()) }
  compress(assets)
  removeOthers(assets)
  writeFileSync(join(root, 'dist/assets.json'), `${JSON.stringify(assets, null, 2)}\n`)
  return assets
}

if (basename(process.argv[1] ?? '') === basename(import.meta.filename)) await buildStyles()
