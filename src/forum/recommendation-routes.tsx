import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { usualAddress } from './answers/answers.sql.ts'
import { loadHarvest } from './harvest/load-harvest.ts'
import { HandOverPage } from './hand-over-recommendation.page.tsx'
import { HandOver, handOverRecommendation } from './hand-over-recommendation.ts'
import type { ForumOptions } from './note-routes.tsx'
import { eventWithNotes, noteOf } from './notes.sql.ts'
import { likelyReceivers } from './receivers.sql.ts'
import { refusalToChange, refusalToRecommend } from './recommendation.rules.ts'
import { recommendationWithId } from './recommendations.sql.ts'
import { AnswerForm, recordAnswer } from './record-answer.ts'
import { RecordAnswerPage } from './record-answer.page.tsx'
import type { Db } from './tables.ts'
import { RemoveRecommendationPage, WriteRecommendationPage } from './write-recommendation.page.tsx'
import {
  RecommendationForm,
  removeRecommendation,
  rewriteRecommendation,
  writeRecommendation,
} from './write-recommendation.ts'

type C = Context<VisitEnv>

// Every address begins with the event, because whoever organises the event may enter.
const base = '/office/events/:id/recommendations'

/** Where recommendations are written, handed over and answered. */
export const recommendationRoutes = (db: Db, options: ForumOptions) =>
  writingRoutes(db, options).route('/', receivingRoutes(db, options))

const writingRoutes = (db: Db, { organiser }: ForumOptions) =>
  routes()
    .get(`${base}/new`, organiser, async (c) =>
      c.html(<WriteRecommendationPage {...await newPage(db, c, c.req.param('id'))} />),
    )
    .post(`${base}/new`, organiser, async (c) => {
      const page = await newPage(db, c, c.req.param('id'))
      const filled = await readFields(c)
      const form = await readForm(c, RecommendationForm)
      if (!form.ok) return c.html(<WriteRecommendationPage {...page} {...form} />, 422)
      const refusal = await writeRecommendation(db, memberOf(c), page.event.id, form.value, c.var.now)
      if (!refusal) return toNotes(c, page.event.id)
      return c.html(
        <WriteRecommendationPage {...page} filled={filled} refusal={`forum.refusal.${refusal}`} />,
        409,
      )
    })
    .get(`${base}/:recommendation/edit`, organiser, async (c) =>
      c.html(<WriteRecommendationPage {...await editPage(db, c, c.req.param())} />),
    )
    .post(`${base}/:recommendation/edit`, organiser, async (c) => {
      const page = await editPage(db, c, c.req.param())
      const filled = await readFields(c)
      const form = await readForm(c, RecommendationForm)
      if (!form.ok) return c.html(<WriteRecommendationPage {...page} {...form} />, 422)
      const refusal = await rewriteRecommendation(db, memberOf(c), page.before.id, form.value, c.var.now)
      if (!refusal) return toNotes(c, page.event.id)
      return c.html(
        <WriteRecommendationPage {...page} filled={filled} refusal={`forum.refusal.${refusal}`} />,
        409,
      )
    })
    .get(`${base}/:recommendation/remove`, organiser, async (c) =>
      c.html(<RemoveRecommendationPage {...await pageOf(db, c, c.req.param())} />),
    )
    .post(`${base}/:recommendation/remove`, organiser, async (c) => {
      const page = await pageOf(db, c, c.req.param())
      const refusal = await removeRecommendation(db, memberOf(c), page.recommendation.id, c.var.now)
      if (!refusal) return toNotes(c, page.event.id)
      return c.html(<RemoveRecommendationPage {...page} refusal={`forum.refusal.${refusal}`} />, 409)
    })

const receivingRoutes = (db: Db, { organiser, url, showsLinks = false }: ForumOptions) =>
  routes()
    .get(`${base}/:recommendation/hand-over`, organiser, async (c) =>
      c.html(<HandOverPage {...await handOverFacts(db, c, c.req.param())} />),
    )
    .post(`${base}/:recommendation/hand-over`, organiser, async (c) => {
      const page = await handOverFacts(db, c, c.req.param())
      const form = await readForm(c, HandOver)
      if (!form.ok) return c.html(<HandOverPage {...page} {...form} />, 422)
      const { event, recommendation } = page
      const letters = { now: c.var.now, url }
      const answer = await handOverRecommendation(db, memberOf(c), recommendation.id, form.value, letters)
      if (answer === null) return toNotes(c, event.id)
      if (typeof answer === 'object') {
        const at = `/office/events/${event.id}/recommendations/${recommendation.id}/link`
        return c.redirect(c.var.to(showsLinks ? `${at}?mail=${answer.token}` : at), 303)
      }
      const answered = { filled: await readFields(c), refusal: `forum.refusal.${answer}` }
      return c.html(<HandOverPage {...page} {...answered} />, 409)
    })
    .get(`${base}/:recommendation/answer`, organiser, async (c) =>
      c.html(<RecordAnswerPage {...await pageOf(db, c, c.req.param())} />),
    )
    .post(`${base}/:recommendation/answer`, organiser, async (c) => {
      const page = await pageOf(db, c, c.req.param())
      const filled = await readFields(c)
      const form = await readForm(c, AnswerForm)
      if (!form.ok) return c.html(<RecordAnswerPage {...page} {...form} />, 422)
      const refusal = await recordAnswer(db, memberOf(c), page.recommendation.id, form.value, c.var.now)
      if (!refusal) return toNotes(c, page.event.id)
      return c.html(<RecordAnswerPage {...page} filled={filled} refusal={`forum.refusal.${refusal}`} />, 409)
    })

const toNotes = (c: C, eventId: string): Response =>
  c.redirect(c.var.to(`/office/events/${eventId}/notes`), 303)

async function newPage(db: Db, c: C, eventId: string) {
  const [event, receivers] = await Promise.all([eventWithNotes(db, eventId), likelyReceivers(db)])
  const groupId = c.req.query('group')
  const { groups } = groupId ? await loadHarvest(db, eventId) : { groups: [] }
  const from = groups.find((one) => one.id === groupId)
  const closed = refusalToRecommend((await noteOf(db, eventId))?.state ?? null)
  return { visit: c.var, event: found(event, 'event'), receivers, id: newId(), closed, ...(from && { from }) }
}

interface Address {
  id: string
  recommendation: string
}

async function editPage(db: Db, c: C, address: Address) {
  const { recommendation, ...page } = await pageOf(db, c, address)
  const closed = refusalToChange(recommendation)
  const receivers = await likelyReceivers(db)
  return { ...page, before: recommendation, id: recommendation.id, receivers, closed }
}

async function handOverFacts(db: Db, c: C, address: Address) {
  const page = await pageOf(db, c, address)
  const organisation = page.recommendation.receiver_organisation_id
  return { ...page, usual: organisation ? await usualAddress(db, organisation) : undefined }
}

/** The recommendation of that event: whoever organises one event does not reach another's through it. */
async function pageOf(db: Db, c: C, address: Address) {
  const [event, one] = await Promise.all([
    eventWithNotes(db, address.id),
    recommendationWithId(db, address.recommendation),
  ])
  const recommendation = found(one, 'recommendation')
  if (recommendation.event_id !== address.id) throw new NotFound('recommendation of another event')
  return { visit: c.var, event: found(event, 'event'), recommendation }
}
