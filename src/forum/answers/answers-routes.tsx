import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { anyone, type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { loadHarvest } from '../harvest/load-harvest.ts'
import { eventWithNotes } from '../notes.sql.ts'
import { recommendationWithId } from '../recommendations.sql.ts'
import { reportsAmong } from '../report/report.sql.ts'
import type { Db } from '../tables.ts'
import { AnswerPage } from './answer.page.tsx'
import type { UrlOf } from './answer.mail.ts'
import { answerByLink, LinkAnswerForm, refusalBehindLink } from './answer-by-link.ts'
import { addressOf, answerTo, linkWithHash, usualAddress } from './answers.sql.ts'
import { LinkPage } from './link.page.tsx'
import { AddressForm, sendLink } from './send-link.ts'
import { answerStepRoutes } from './step-routes.tsx'
import { StopNewsPage } from './stop-news.page.tsx'
import { newsLinkWithHash, stopNews } from './who-hears.sql.ts'

type C = Context<VisitEnv>

interface Options {
  organiser: Guard
  url: UrlOf
  /** In a sample without a mail server nobody gets the link, so the page shows it. */
  showsLinks?: boolean
}

export const answersRoutes = (db: Db, options: Options) =>
  routes()
    .route('/', receiverRoutes(db, options))
    .route('/', answerStepRoutes(db))
    .route('/', officeRoutes(db, options))

/** For whoever has the link. Looking changes nothing, and reading one's answer through neither; only sending it does. */
const receiverRoutes = (db: Db, { url }: Options) =>
  routes()
    .get('/answers/:token', anyone, async (c) => c.html(await answerPage(db, c)))
    .post('/answers/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const fields = await readFields(c)
      if (fields['do'] === 'back') return c.html(await answerPage(db, c, { filled: fields }))
      const form = checkForm(fields, LinkAnswerForm)
      if (!form.ok) return c.html(await answerPage(db, c, form), 422)
      const { now } = c.var
      const isLast = fields['do'] === 'answer'
      const refusal = isLast
        ? await answerByLink(db, { token, form: form.value }, { now, url })
        : await refusalBehindLink(db, token, form.value.nextBy, now)
      if (refusal) {
        const answered = { filled: fields, refusal: `answers.refusal.${refusal}` }
        return c.html(await answerPage(db, c, answered), 409)
      }
      if (isLast) return c.redirect(c.var.to(`/answers/${token}`), 303)
      return c.html(await answerPage(db, c, { toConfirm: form.value }))
    })
    .get('/answers/stop/:token', anyone, async (c) =>
      c.html(<StopNewsPage visit={c.var} link={await newsLink(db, c)} />),
    )
    .post('/answers/stop/:token', anyone, async (c) => {
      await newsLink(db, c)
      const token = c.req.param('token')
      await stopNews(db, hashOf(token), c.var.now)
      return c.redirect(c.var.to(`/answers/stop/${token}`), 303)
    })

const newsLink = async (db: Db, c: C) =>
  found(await newsLinkWithHash(db, hashOf(c.req.param('token') ?? '')), 'link to hear no more')

async function answerPage(db: Db, c: C, more: Answered & { toConfirm?: LinkAnswerForm } = {}) {
  const link = found(await linkWithHash(db, hashOf(c.req.param('token') ?? '')), 'link to answer by')
  const asked = found(await recommendationWithId(db, link.recommendation_id), 'recommendation')
  const report = (await reportsAmong(db, [asked.event_id])).get(asked.event_id) ?? null
  const { groups } = report ? await loadHarvest(db, asked.event_id) : { groups: [] }
  const behind = groups.filter((group) => group.recommendation_id === asked.id)
  const answer = await answerTo(db, asked.id)
  return <AnswerPage visit={c.var} {...{ asked, link, answer, behind, report }} {...more} />
}

const base = '/office/events/:id/recommendations/:recommendation/link'

/** For the office: sending the receiver a link, and sending a new one. */
const officeRoutes = (db: Db, { organiser, url, showsLinks = false }: Options) =>
  routes()
    .get(base, organiser, async (c) => {
      const token = /^\w{40}$/.exec(c.req.query('mail') ?? '')?.[0] ?? null
      return c.html(<LinkPage {...await linkFacts(db, c)} token={showsLinks ? token : null} />)
    })
    .post(base, organiser, async (c) => {
      const facts = await linkFacts(db, c)
      const form = await readForm(c, AddressForm)
      if (!form.ok) return c.html(<LinkPage {...facts} {...form} token={null} />, 422)
      const letters = { now: c.var.now, url }
      const sent = await sendLink(db, memberOf(c), facts.recommendation.id, form.value, letters)
      if (sent.refusal !== null) {
        const answered = { filled: form.value, refusal: `answers.refusal.${sent.refusal}` }
        return c.html(<LinkPage {...facts} {...answered} token={null} />, 409)
      }
      const { event, recommendation } = facts
      const at = `/office/events/${event.id}/recommendations/${recommendation.id}/link`
      return c.redirect(c.var.to(showsLinks ? `${at}?mail=${sent.token}` : at), 303)
    })

async function linkFacts(db: Db, c: C) {
  const event = found(await eventWithNotes(db, c.req.param('id') ?? ''), 'event')
  const one = await recommendationWithId(db, c.req.param('recommendation') ?? '')
  const recommendation = found(one, 'recommendation')
  if (recommendation.event_id !== event.id) throw new NotFound('recommendation of another event')
  const address = await addressOf(db, recommendation.id)
  const organisation = recommendation.receiver_organisation_id
  const usual = organisation ? await usualAddress(db, organisation) : undefined
  return { visit: c.var, event, recommendation, address, usual }
}
