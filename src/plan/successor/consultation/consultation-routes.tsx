import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf, newId } from '#platform/ids.ts'
import type { Texts } from '#platform/language.ts'
import type { Db } from '../../tables.ts'
import { draftCommitmentWithId, paragraphWithId } from '../draft/draft.sql.ts'
import type { UrlOf } from '../letters.ts'
import { latestSuccessor } from '../successor.sql.ts'
import { AskedPage, CommentPage, MinePage, OldLinkPage } from './comment.page.tsx'
import { commentOfLink } from './comments.sql.ts'
import { refusalToComment } from './consultation.rules.ts'
import {
  CommentForm,
  confirmComment,
  isPartThere,
  partFrom,
  takeBackComment,
  writeComment,
} from './write-comment.ts'

type C = Context<VisitEnv>

/** Where everybody says something of the draft, and where the mailed link leads. */
export const consultationRoutes = (db: Db, url: UrlOf) =>
  routes()
    .get('/plan/next/asked', anyone, (c) => c.html(<AskedPage visit={c.var} />))
    .get('/plan/next/comment/:part', anyone, async (c) => {
      const { successor, part } = await placeOf(db, c)
      const isThere = await isPartThere(db, successor.id, part)
      const refusal = refusalToComment(successor, isThere, c.var.now)
      const answered = refusal ? { refusal: `successor.refusal.${refusal}` } : {}
      return c.html(await commentPage(db, c, answered), refusal ? 409 : 200)
    })
    .post('/plan/next/comment/:part', anyone, async (c) => {
      const { successor, part } = await placeOf(db, c)
      const form = await readForm(c, CommentForm)
      if (!form.ok) return c.html(await commentPage(db, c, form), 422)
      const { now, language, from } = c.var
      const writing = { successorId: successor.id, part, language, from, now, url }
      const refusal = await writeComment(db, writing, form.value)
      if (!refusal) return c.redirect(c.var.to('/plan/next/asked'), 303)
      const again = { filled: await readFields(c), refusal: `successor.refusal.${refusal}` }
      return c.html(await commentPage(db, c, again), refusal === 'too-many' ? 429 : 409)
    })
    .get('/plan/next/mine/:token', anyone, (c) => minePage(db, c))
    .post('/plan/next/mine/:token', anyone, async (c) => {
      const token = c.req.param('token')
      if (!(await commentOfLink(db, hashOf(token)))) return minePage(db, c)
      const isTakenBack = (await readFields(c))['do'] === 'take-back'
      const refusal = isTakenBack
        ? await takeBackComment(db, token, c.var.now)
        : await confirmComment(db, token, c.var.now)
      if (refusal) return minePage(db, c, { refusal: `successor.refusal.${refusal}` })
      return c.redirect(c.var.to(isTakenBack ? '/plan/next' : `/plan/next/mine/${token}`), 303)
    })

async function placeOf(db: Db, c: C) {
  const successor = found(await latestSuccessor(db), 'plan in the making')
  return { successor, part: found(partFrom(c.req.param('part') ?? ''), 'part of the draft') }
}

async function commentPage(db: Db, c: C, answered: Answered) {
  const { successor, part } = await placeOf(db, c)
  let about: Texts | null = null
  if (part.kind === 'paragraph')
    about = found(await paragraphWithId(db, successor.id, part.id), 'paragraph').words
  if (part.kind === 'commitment')
    about = found(await draftCommitmentWithId(db, successor.id, part.id), 'draft commitment').title
  const page = { lastDay: successor.last_day, about, id: newId() }
  return <CommentPage visit={c.var} {...page} {...answered} />
}

async function minePage(db: Db, c: C, answered: Answered = {}) {
  const comment = await commentOfLink(db, hashOf(c.req.param('token') ?? ''))
  if (!comment) return c.html(<OldLinkPage visit={c.var} />, 404)
  return c.html(<MinePage visit={c.var} comment={comment} {...answered} />, answered.refusal ? 409 : 200)
}
