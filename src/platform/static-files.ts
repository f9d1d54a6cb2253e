import { join } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { OperatorError } from './errors.ts'
import { projectRoot } from './root.ts'

/**
 * The built styles, scripts, typefaces and pictures under /assets, packed for the wire when they were built. Each name holds a
 * hash of what is in the file, so a browser need never ask for it again.
 */
export const staticFiles = (): MiddlewareHandler =>
  serveStatic({
    root: join(projectRoot, 'dist/public'),
    rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
    precompressed: true,
    onFound: (path, c) => {
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      // A worker may look after pages that lie elsewhere than its file; the page that asks for it says which.
      if (/-worker\.\w+\.js(\.\w+)?$/.test(path)) c.header('Service-Worker-Allowed', '/')
    },
  })

/** Under what address each built file is served, by its name in the sources. */
export function builtAssets(): Record<string, string> {
  const file = join(projectRoot, 'dist/assets.json')
  if (!existsSync(file)) throw new OperatorError('The styles are not built yet: run `npm run build` first.')
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}
