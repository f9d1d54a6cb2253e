import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { type Answered, emailAddress } from '#platform/form.ts'
import { anyone, readFields, readForm, routes } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { capacities } from '#programme/index.ts'
import type { UrlOf } from '../minutes/note.mail.ts'
import type { Db } from '../tables.ts'
import { askForLink, tellSector } from './be-known.ts'
import { type Come, comeFromSignUp, isTooOld, pressLink } from './come-as.ts'
import { type C, newcomer, openedDialogue, statusOf, voterHere } from './dialogue-routes.tsx'
import { LinkPage } from './link.page.tsx'
import { statementsBy } from './statements.sql.ts'
import { comer, giveCookie } from './voter-cookie.ts'
import { linkOfToken } from './voters.sql.ts'
import { YouPage } from './you.page.tsx'

const EmailForm = z.object({ email: emailAddress })

/** What is known of whoever votes, and the ways to be known on another device. */
export const youRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/dialogue/:slug/you', anyone, async (c) => c.html(await youPage(db, c)))
    .post('/dialogue/:slug/you', anyone, async (c) => {
      const dialogue = await openedDialogue(db, c)
      const form = await readForm(c, EmailForm)
      if (!form.ok) return c.html(await youPage(db, c, form), 422)
      const filled = await readFields(c)
      const me = comer(c, dialogue.slug, filled)
      const refusal = await askForLink(db, { ...me, url, dialogueId: dialogue.id }, form.value.email)
      if (refusal) {
        const answered = { filled, refusal: `dialogue.refusal.${refusal}` }
        return c.html(await youPage(db, c, answered), statusOf(refusal))
      }
      giveCookie(c, dialogue.slug, me.token)
      return c.redirect(c.var.to(`/dialogue/${dialogue.slug}/you?done=asked`), 303)
    })
    .post('/dialogue/:slug/sector', anyone, async (c) => {
      const dialogue = await openedDialogue(db, c)
      const filled = await readFields(c)
      const me = comer(c, dialogue.slug, filled)
      const capacity = filled['skip'] ? null : (capacities.find((one) => one === filled['capacity']) ?? null)
      const refusal = await tellSector(db, { ...me, dialogueId: dialogue.id }, capacity)
      if (refusal) {
        const answered = { refusal: `dialogue.refusal.${refusal}` }
        return c.html(await youPage(db, c, answered), statusOf(refusal))
      }
      giveCookie(c, dialogue.slug, me.token)
      return c.redirect(c.var.to(`/dialogue/${dialogue.slug}#vote`), 303)
    })
    .get('/dialogue/:slug/link/:token', anyone, async (c) => c.html(await linkPage(db, c)))
    .post('/dialogue/:slug/link/:token', anyone, async (c) => {
      const dialogue = await openedDialogue(db, c)
      const me = comer(c, dialogue.slug)
      const come = await pressLink(db, { ...me, dialogueId: dialogue.id }, c.req.param('token'))
      if (come.refusal === null) return goOn(c, dialogue.slug, { ...come, token: me.token })
      const answered = { refusal: `dialogue.refusal.${come.refusal}` }
      return c.html(await linkPage(db, c, answered), statusOf(come.refusal))
    })
    .post('/dialogue/:slug/sign-up/:token', anyone, async (c) => {
      const dialogue = await openedDialogue(db, c)
      const me = comer(c, dialogue.slug)
      const come = await comeFromSignUp(db, { ...me, dialogueId: dialogue.id }, c.req.param('token'))
      if (come.refusal === null) return goOn(c, dialogue.slug, { ...come, token: me.token })
      const answered = { refusal: `dialogue.refusal.${come.refusal}` }
      return c.html(await youPage(db, c, answered), statusOf(come.refusal))
    })

function goOn(c: C, slug: string, { cookie, token }: Extract<Come, { refusal: null }> & { token: string }) {
  giveCookie(c, slug, cookie ?? token)
  return c.redirect(c.var.to(`/dialogue/${slug}?done=known#vote`), 303)
}

async function youPage(db: Db, c: C, answered: Answered = {}) {
  const dialogue = await openedDialogue(db, c)
  const voter = await voterHere(db, c, dialogue)
  const statements = voter ? await statementsBy(db, voter.id) : []
  const done = (['saved', 'asked'] as const).find((one) => one === c.req.query('done'))
  const me = newcomer(c, dialogue.slug)
  return <YouPage visit={c.var} {...{ dialogue, voter, me, statements, done }} {...answered} />
}

async function linkPage(db: Db, c: C, answered: Answered = {}) {
  const dialogue = await openedDialogue(db, c)
  const link = found(await linkOfToken(db, dialogue.id, hashOf(c.req.param('token') ?? '')), 'link')
  const tooOld = isTooOld(link.created_at, c.var.now)
  return <LinkPage visit={c.var} dialogue={dialogue} isTooOld={tooOld} {...answered} />
}
