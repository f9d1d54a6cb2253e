import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, readFields, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { callWithId } from './calls.sql.ts'
import { confirmWish, setNews, takeBack, wishOfToken } from './keep-wish.ts'
import { secondersOf } from './proposals.sql.ts'
import { OldWishPage, WishPage } from './wish.page.tsx'

type C = Context<VisitEnv>

/** What a mailed link leads to. */
export const wishRoutes = (db: Db) =>
  routes()
    .get('/theme-wishes/:token', anyone, (c) => wishPage(db, c))
    .post('/theme-wishes/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const wish = await wishOfToken(db, token)
      if (!wish) return c.html(<OldWishPage visit={c.var} />, 404)
      const pressed = (await readFields(c))['do']
      if (pressed === 'take-back') {
        const refusal = await takeBack(db, token, c.var.now)
        if (refusal) return wishPage(db, c, `theme-calls.refusal.${refusal}`)
        return c.redirect(c.var.to(`/themes/${wish.call_id}`), 303)
      }
      if (pressed === 'tell' || pressed === 'quiet') await setNews(db, token, pressed === 'tell')
      else {
        const refusal = await confirmWish(db, token, c.var.now)
        if (refusal) return wishPage(db, c, `theme-calls.refusal.${refusal}`)
      }
      return c.redirect(c.var.to(`/theme-wishes/${token}`), 303)
    })

async function wishPage(db: Db, c: C, refusal?: string) {
  const wish = await wishOfToken(db, c.req.param('token') ?? '')
  if (!wish) return c.html(<OldWishPage visit={c.var} />, 404)
  const call = found(await callWithId(db, wish.call_id), 'call')
  const seconders = await secondersOf(db, wish.proposal_id)
  return c.html(<WishPage visit={c.var} {...{ call, wish, seconders, refusal }} />, refusal ? 409 : 200)
}
