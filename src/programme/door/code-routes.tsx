import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, download, routes, type VisitEnv } from '#platform/http.ts'
import { looksAfter } from '../organiser.ts'
import type { Db, SignUpRow } from '../tables.ts'
import { OldLinkPage } from '../sign-up/own-page/manage.page.tsx'
import { CodeForTheDoorPage, OwnCodePage } from './code.page.tsx'
import { stewardsPlace } from './door-place.ts'
import { qrFile } from './qr.page.tsx'
import { holderOfCode, ownCode } from './show-code.ts'
import { rememberedDoor } from './steward-routes.tsx'

type C = Context<VisitEnv>

/** One's own code, and where it leads. */
export const codeRoutes = (db: Db) =>
  routes()
    .get('/sign-ups/:token/door', anyone, async (c) => {
      const token = c.req.param('token')
      const own = await ownCode(db, token)
      if (!own) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(<OwnCodePage visit={c.var} own={own} address={addressOf(c, own.code)} token={token} />)
    })
    .get('/sign-ups/:token/code.svg', anyone, async (c) => {
      const own = found(await ownCode(db, c.req.param('token')), 'sign-up')
      const picture = qrFile(addressOf(c, found(own.code, 'code')))
      return download(c, picture, { name: `${own.event.slug}.svg`, type: 'image/svg+xml' })
    })
    .get('/in/:code', anyone, async (c) => {
      const holder = found(await holderOfCode(db, c.req.param('code')), 'code')
      const base = await doorFor(db, c, holder)
      return base
        ? c.redirect(c.var.to(`${base}?who=${holder.id}`), 303)
        : c.html(<CodeForTheDoorPage visit={c.var} />)
    })

// Without a language: whoever opens it reads their own.
const addressOf = (c: C, code: string | null): string => new URL(`/in/${code ?? ''}`, c.var.url('/')).href

/** The door at which whoever opened the code stands, if it is this event's or one of theirs. */
async function doorFor(db: Db, c: C, { event_id }: SignUpRow): Promise<string | null> {
  if (await looksAfter(db, c.var.member, event_id)) return `/office/events/${event_id}/door`
  const token = rememberedDoor(c)
  const place = token ? await stewardsPlace(db, token, c.var) : null
  return place?.base ?? null
}
