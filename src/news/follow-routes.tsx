import type { Context } from 'hono'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { askToFollow, FollowForm, type UrlOf } from './ask-to-follow.ts'
import { AskedPage, FollowPage } from './follow.page.tsx'
import { confirmWish, endWish, wishToConfirm, wishToEnd } from './keep-wish.ts'
import { allNews } from './subscription.rules.ts'
import { seriesToFollow } from './subscriptions.sql.ts'
import type { Db } from './tables.ts'
import { ConfirmPage, OldLinkPage, UnsubscribePage } from './wish.page.tsx'

/** Who wants to be told of what, by mail: asked, confirmed by the owner of the address, and ended. */
export const followRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/news/follow', anyone, async (c) => c.html(<FollowPage {...await followProps(db, c)} />))
    .post('/news/follow', anyone, async (c) => {
      const form = await readForm(c, FollowForm)
      if (!form.ok) return c.html(<FollowPage {...await followProps(db, c)} {...form} />, 422)

      const refusal = await askToFollow(db, form.value, { from: c.var.from, now: c.var.now, url })
      if (!refusal) return c.redirect(c.var.to('/news/follow/asked'), 303)
      const page = { ...(await followProps(db, c)), filled: await readFields(c) }
      return c.html(<FollowPage {...page} refusal={`news.refusal.${refusal}`} />, 429)
    })
    .get('/news/follow/asked', anyone, (c) => c.html(<AskedPage visit={c.var} />))
    .get('/news/confirm/:token', anyone, async (c) => {
      const wish = await wishToConfirm(db, c.req.param('token'), c.var.now)
      return wish
        ? c.html(<ConfirmPage visit={c.var} wish={wish} />)
        : c.html(<OldLinkPage visit={c.var} />, 404)
    })
    .post('/news/confirm/:token', anyone, async (c) => {
      const wish = await wishToConfirm(db, c.req.param('token'), c.var.now)
      if (!wish) return c.html(<OldLinkPage visit={c.var} />, 404)
      await confirmWish(db, wish, c.var.now)
      return c.redirect(c.var.to(`/news/confirm/${c.req.param('token')}`), 303)
    })
    .get('/news/unsubscribe/:token', anyone, async (c) => {
      const wish = await wishToEnd(db, c.req.param('token'))
      if (!wish) return c.html(<OldLinkPage visit={c.var} />, 404)
      return c.html(<UnsubscribePage visit={c.var} wish={wish} ended={wish.ended_at !== null} />)
    })
    .post('/news/unsubscribe/:token', anyone, async (c) => {
      const wish = await wishToEnd(db, c.req.param('token'))
      if (!wish) return c.html(<OldLinkPage visit={c.var} />, 404)
      await endWish(db, wish, c.var.now)
      // No redirect: mail programs press this button themselves (RFC 8058), and do not follow one.
      return c.html(<UnsubscribePage visit={c.var} wish={wish} ended />)
    })

async function followProps(db: Db, c: Context<VisitEnv>) {
  const series = await seriesToFollow(db)
  const wanted = c.req.query('series')
  return { visit: c.var, series, what: series.find(({ key }) => key === wanted)?.key ?? allNews }
}
