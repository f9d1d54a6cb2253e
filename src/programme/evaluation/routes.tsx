import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Filled } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { eventWithId, eventWithSlug, type ProgrammeEvent } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db, EvaluationKind } from '../tables.ts'
import { answerEvaluation, EvaluationForm } from './answer-evaluation.ts'
import { answerFollowUp, FollowUpForm } from './answer-follow-up.ts'
import { EvaluationPage, FollowUpPage, NoQuestionPage, UnknownLinkPage } from './evaluation.page.tsx'
import { refusalToAnswer } from './evaluation.rules.ts'
import { answerLink } from './evaluations.sql.ts'
import { ResultsPage } from './results.page.tsx'
import { resultsOf } from './results.ts'

type C = Context<VisitEnv>

/** What those who came think of an event: by the link in their mail, or by the address that hangs in the room. */
export const evaluationRoutes = (db: Db) =>
  routes()
    .get('/events/:slug/evaluation', anyone, async (c) => ask(c, await eventInRoom(db, c), {}))
    .post('/events/:slug/evaluation', anyone, async (c) => take(db, c, await eventInRoom(db, c), null))
    .get('/events/:slug/evaluation/thanks', anyone, async (c) =>
      c.html(<NoQuestionPage visit={c.var} event={await eventInRoom(db, c)} word="thanks" />),
    )
    .get('/evaluations/:token', anyone, async (c) => {
      const link = await linkOf(db, c, 'evaluation')
      if (!link) return c.html(<UnknownLinkPage visit={c.var} />, 404)
      if (link.used === 1)
        return c.html(<NoQuestionPage visit={c.var} event={link.event} word="answered-already" />)
      return ask(c, link.event, { capacity: link.capacity ?? '' })
    })
    .post('/evaluations/:token', anyone, async (c) => {
      const link = await linkOf(db, c, 'evaluation')
      return link ? take(db, c, link.event, link.token_hash) : c.html(<UnknownLinkPage visit={c.var} />, 404)
    })
    .get('/follow-ups/:token', anyone, async (c) => {
      const link = await linkOf(db, c, 'follow-up')
      if (!link) return c.html(<UnknownLinkPage visit={c.var} />, 404)
      const page = { visit: c.var, event: link.event }
      return c.html(
        link.used === 1 ? <NoQuestionPage {...page} word="answered-already" /> : <FollowUpPage {...page} />,
      )
    })
    .post('/follow-ups/:token', anyone, async (c) => {
      const link = await linkOf(db, c, 'follow-up')
      if (!link) return c.html(<UnknownLinkPage visit={c.var} />, 404)
      const form = await readForm(c, FollowUpForm)
      const page = { visit: c.var, event: link.event }
      if (!form.ok) return c.html(<FollowUpPage {...page} {...form} />, 422)
      const answer = { eventId: link.event_id, tokenHash: link.token_hash, form: form.value }
      if (await answerFollowUp(db, answer)) return c.redirect(c.var.to(c.var.path), 303)
      return c.html(<NoQuestionPage {...page} word="answered-already" />, 409)
    })
    .get('/office/events/:id/evaluation', organiser(db), async (c) => {
      const event = found(await eventWithId(db, c.req.param('id')), 'event')
      return c.html(
        <ResultsPage visit={c.var} event={event} results={await resultsOf(db, event, c.var.now)} />,
      )
    })

const eventInRoom = async (db: Db, c: C): Promise<ProgrammeEvent> =>
  found(await eventWithSlug(db, c.req.param('slug') ?? ''), 'event')

async function linkOf(db: Db, c: C, kind: EvaluationKind) {
  const link = await answerLink(db, hashOf(c.req.param('token') ?? ''), kind)
  return link && { ...link, event: found(await eventWithId(db, link.event_id), 'event') }
}

function ask(c: C, event: ProgrammeEvent, filled: Filled) {
  const refusal = refusalToAnswer(event, c.var.now)
  const page = { visit: c.var, event }
  return c.html(
    refusal ? <NoQuestionPage {...page} word={refusal} /> : <EvaluationPage {...page} filled={filled} />,
  )
}

async function take(db: Db, c: C, event: ProgrammeEvent, tokenHash: string | null) {
  const form = await readForm(c, EvaluationForm)
  if (!form.ok) return c.html(<EvaluationPage visit={c.var} event={event} {...form} />, 422)
  const { from, now } = c.var
  const refusal = await answerEvaluation(db, { eventId: event.id, tokenHash, form: form.value, from, now })
  // Behind a link of one's own, the page says thanks; the room has a page for that.
  const thanks = tokenHash ? c.var.path : `/events/${event.slug}/evaluation/thanks`
  if (refusal === null) return c.redirect(c.var.to(thanks), 303)
  if (refusal !== 'too-many')
    return c.html(<NoQuestionPage visit={c.var} event={event} word={refusal} />, 409)
  const answered = { filled: await readFields(c), refusal: 'evaluation.too-many' }
  return c.html(<EvaluationPage visit={c.var} event={event} {...answered} />, 429)
}
