import type { Context } from 'hono'
import * as z from 'zod'
import { found, NotFound } from '#platform/errors.ts'
import { type Answered, emailAddress } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { nameOf } from '../bead.page.tsx'
import type { Db, Reads } from '../tables.ts'
import { threadThrough } from '../thread-of.ts'
import { AskedPage, ConfirmPage, EndedPage, FollowPage, MinePage } from './following.page.tsx'
import { type FollowedKind, isFollowed } from './following.rules.ts'
import { confirmedWishes, linkWithHash, wishWithId } from './following.sql.ts'
import { idAt } from './id-at.ts'
import { nameOfTiding } from './name-of.ts'
import { revisionTiding } from './tidings.ts'
import { type Asking, confirmWish, endWishes, type Followed, wishToHear } from './wish-to-hear.ts'

type C = Context<VisitEnv>

const FollowForm = z.object({ email: emailAddress })

/** Being told of what comes of something: asked by anybody, confirmed and ended by links in mails. */
export const followingRoutes = (db: Db, url: Asking['url']) =>
  routes()
    .get('/thread/following/asked', anyone, (c) => c.html(<AskedPage visit={c.var} />))
    .get('/thread/following/ended', anyone, (c) => c.html(<EndedPage visit={c.var} />))
    .get('/thread/following/:token', anyone, async (c) => c.html(await linkPage(db, c)))
    .post('/thread/following/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const link = found(await linkWithHash(db, hashOf(token)), 'link')
      if (link.wish_id !== null) {
        const refusal = await confirmWish(db, token, c.var)
        if (!refusal) return c.redirect(c.var.to(`/thread/following/${token}`), 303)
        return c.html(await linkPage(db, c, { refusal: `thread.refusal.${refusal}` }), 409)
      }
      const { wish } = await readFields(c)
      await endWishes(db, token, typeof wish === 'string' ? wish : null)
      const isLeft = await linkWithHash(db, hashOf(token))
      return c.redirect(c.var.to(`/thread/following/${isLeft ? token : 'ended'}`), 303)
    })
    .get('/thread/:kind/:key/follow', anyone, async (c) => {
      const { name } = await followedAt(db, c)
      return c.html(<FollowPage visit={c.var} name={name} />)
    })
    .post('/thread/:kind/:key/follow', anyone, async (c) => {
      const about = await followedAt(db, c)
      const form = await readForm(c, FollowForm)
      if (!form.ok) return c.html(<FollowPage visit={c.var} name={about.name} {...form} />, 422)
      const { now, from, language } = c.var
      const refusal = await wishToHear(db, about, form.value.email, { now, from, language, url })
      if (!refusal) return c.redirect(c.var.to('/thread/following/asked'), 303)
      const again = { filled: form.value, refusal: `thread.refusal.${refusal}` }
      return c.html(<FollowPage visit={c.var} name={about.name} {...again} />, 429)
    })

async function followedAt(db: Reads, c: C): Promise<Followed> {
  const { kind = '', key = '' } = c.req.param()
  if (!isFollowed(kind)) throw new NotFound('nothing follows from that')
  const id = found(await idAt(db, kind, key), 'point')
  return { kind, id, name: found(await nameAt(db, c.var, { kind, id }), 'point') }
}

/** A proposed focus area has a name before it is a bead, and a revision is none. */
async function nameAt(db: Reads, visit: Visit, { kind, id }: { kind: FollowedKind; id: string }) {
  if (kind === 'focus-area') {
    const proposals = db.selectFrom('focus_proposal').select('title').where('id', '=', id)
    const proposal = await proposals.where('state', '<>', 'withdrawn').executeTakeFirst()
    return proposal && inLanguage(proposal.title, visit.language)
  }
  if (kind === 'revision') {
    const tiding = await revisionTiding(db, id)
    return tiding && nameOfTiding(visit, tiding)
  }
  const here = (await threadThrough(db, kind, id))?.beads.find((bead) => bead.here)
  return here && nameOf(visit, here)
}

async function linkPage(db: Reads, c: C, answered: Answered = {}) {
  const link = found(await linkWithHash(db, hashOf(c.req.param('token') ?? '')), 'link')
  const named = async ({ kind, thing_id }: { kind: FollowedKind; thing_id: string }) =>
    (await nameAt(db, c.var, { kind, id: thing_id })) ?? c.var.t('thread.mine.not-public')
  if (link.wish_id !== null) {
    const wish = found(await wishWithId(db, link.wish_id), 'wish')
    const isConfirmed = wish.confirmed_at !== null
    return <ConfirmPage visit={c.var} name={await named(wish)} isConfirmed={isConfirmed} {...answered} />
  }
  const wishes = await confirmedWishes(db, link.follower_id)
  const list = await Promise.all(wishes.map(async (wish) => ({ id: wish.id, name: await named(wish) })))
  return <MinePage visit={c.var} wishes={list} />
}
