import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { NotFound } from './errors.ts'
import { type Guard, type Member, pathnameOf, type VisitEnv } from './http.ts'
import { isLanguage, type Language, languages, preferredLanguage } from './language.ts'
import { bodyBytesMax } from './large-form.ts'
import type { Log } from './log.ts'
import { isPersonal } from './personal.ts'
import { headers as securityHeaders, networkOf, ownFormsOnly } from './security.ts'
import type { Site } from './site.ts'
import type { Clock } from './time.ts'
import { BrokenPage, ForeignFormPage, NotFoundPage, TooLargePage } from './ui/trouble.page.tsx'
import { wordsFor } from './words.ts'

type C = Context<VisitEnv>

export interface WebOptions {
  baseUrl: string
  trustedProxies: number
  clock: Clock
  log: Log
  site: Site
  memberVisiting: (c: C) => Promise<Member | null>
  /** Whether what is sent to an address is limited where it is read (`large-form.ts`), and not before. */
  readsItself?: (path: string) => boolean
}

/** The frame around all slices: what every request goes through before and after it reaches its page. */
export function web(options: WebOptions): Hono<VisitEnv> {
  const { baseUrl, log } = options
  const app = new Hono<VisitEnv>()
  app.use(securityHeaders(baseUrl.startsWith('https://')))
  app.use(async (c, next) => {
    await beginVisit(c, options)
    const begun = performance.now()
    await next()
    // Set on the answer itself: through `c.header` each of them would make it anew.
    c.res.headers.set('X-Request-Id', c.get('requestId'))
    if (!log.isLevelEnabled('debug')) return
    const ms = Math.round(performance.now() - begun)
    const route = c.get('path').replaceAll(/[\w-]{24,}/g, '…')
    log.debug({ request: c.get('requestId'), method: c.req.method, route, status: c.res.status, ms })
  })
  app.use((c, next) => {
    // PostgreSQL takes no text with this sign in it, and nothing of ours is called by it.
    if (c.req.url.includes('%00')) throw new NotFound('an address with a null in it')
    return next()
  })
  app.use((c, next) => (options.readsItself?.(c.get('path')) ? next() : smallBodiesOnly(c, next)))
  app.use(ownFormsOnly(baseUrl))
  app.use(async (c, next) => {
    c.set('member', await options.memberVisiting(c))
    // What a member sees is nobody else's; what everybody sees may be asked for again, but not kept blindly.
    await next()
    const { headers } = c.res
    const isOwn = isPersonal(c.get('path'))
    if (isOwn) headers.set('X-Robots-Tag', 'noindex')
    if (isOwn || c.get('member')) headers.set('Cache-Control', 'private, no-store')
    else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache')
  })
  app.onError((error, c) => troubled(error, c, log))
  app.notFound((c) => notFound(c))
  return app
}

const limitWhileReading = bodyLimit({
  maxSize: bodyBytesMax,
  onError: (c) => c.html(<TooLargePage visit={(c as C).var} />, 413),
})

/** Most say how much they send, and can send no more than that: then nothing has to be counted while it is read. */
const smallBodiesOnly: Guard = (c, next) => {
  const length = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
  return Number(length) <= bodyBytesMax ? next() : limitWhileReading(c, next)
}

async function beginVisit(c: C, { baseUrl, clock, log, site, trustedProxies }: WebOptions): Promise<void> {
  const [, first = '', ...rest] = pathnameOf(c.req.url).split('/')
  const language: Language = isLanguage(first) ? first : preferredLanguage(c.req.header('accept-language'))
  const path = isLanguage(first) ? `/${rest.join('/')}` : `/${[first, ...rest].join('/')}`
  const requestId = randomUUID().slice(0, 8)
  const peer = connectionAddress(c)
  const from = networkOf({ peer, forwarded: c.req.header('x-forwarded-for'), trustedProxies })
  c.set('t', wordsFor(language))
  c.set('language', language)
  c.set('path', path)
  c.set('to', (to: string) => `/${language}${to === '/' ? '' : to}`)
  c.set('url', (to: string) => `${baseUrl}/${language}${to === '/' ? '' : to}`)
  c.set('now', clock())
  c.set('member', null)
  c.set('requestId', requestId)
  c.set('from', from)
  c.set('site', site)
  c.set('log', log)
}

// Requests made inside the process, as the tests do, have no connection.
function connectionAddress(c: C): string {
  const env: unknown = c.env
  const hasConnection = typeof env === 'object' && env !== null && 'incoming' in env
  return hasConnection ? (getConnInfo(c).remote.address ?? '') : ''
}

/** Addresses without a language lead to the same page in the visitor's own. */
function notFound(c: C): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const [, first] = pathname.split('/')
  // People paste addresses with a slash too many; '//' would be another site's.
  if (c.req.method === 'GET' && /^\/[^/\\].*[^/]\/$/.test(pathname))
    return c.redirect(pathname.slice(0, -1) + search, 301)
  if (c.req.method === 'GET' && !isLanguage(first)) {
    const wanted = c.var.path === '/' ? '' : c.var.path
    if (wanted.length < 300 && !/\.\w+$/.test(wanted)) {
      c.header('Vary', 'Accept-Language')
      return c.redirect(`/${c.var.language}${wanted}${search}`, 302)
    }
  }
  return c.html(<NotFoundPage visit={c.var} />, 404)
}

function troubled(error: unknown, c: C, log: Log): Response | Promise<Response> {
  if (error instanceof NotFound) return c.html(<NotFoundPage visit={c.var} />, 404)
  if (error instanceof HTTPException) {
    return error.status === 403 ? c.html(<ForeignFormPage visit={c.var} />, 403) : error.getResponse()
  }
  // The path without what may be a secret in it.
  const route = c.var.path?.replaceAll(/[\w-]{24,}/g, '…')
  log.error({ request: c.var.requestId, method: c.req.method, route, err: error }, 'a request failed')
  return c.html(<BrokenPage visit={c.var} />, 500)
}

/** The pattern below which every page lives: '/:language{sv|en|es}'. */
export const languagePattern = `/:language{(?:${languages.join('|')})}`
