import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { partiesInOrder } from '#people/index.ts'
import { localDate } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { AlivePage } from './alive.page.tsx'
import { refusalToAnswer } from './alive.rules.ts'
import { AliveForm, answerAlive, type Question, questionAt } from './answer-alive.ts'
import { isCityArea } from './areas.rules.ts'
import type { Beside } from './beside.ts'
import { PartnershipsPage } from './list.page.tsx'
import { partnershipsListed } from './listed.sql.ts'
import { PartnershipPage } from './partnership.page.tsx'
import { partnershipKinds, partnershipStates } from './partnership.rules.ts'
import { organisationsIn, partnershipWithSlug, stepsOf, tiesOf } from './partnerships.sql.ts'

type C = Context<VisitEnv>

/** The list of partnerships, the page of each, and the link by which a party says that it lives. */
export const partnershipRoutes = (db: Db, beside: Beside) =>
  routes()
    .get('/network/partnerships', anyone, async (c) => c.html(await listPage(db, c, beside)))
    .get('/network/alive/:token', anyone, async (c) => {
      const question = await questionAt(db, c.req.param('token'))
      return c.html(<AlivePage visit={c.var} question={question} closed={closedTo(question, c)} />)
    })
    .post('/network/alive/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const question = await questionAt(db, token)
      const page = { visit: c.var, question, closed: closedTo(question, c) }
      const form = await readForm(c, AliveForm)
      if (!form.ok) return c.html(<AlivePage {...page} {...form} />, 422)
      const { now, language } = c.var
      const refusal = await answerAlive(db, token, form.value, { now, today: localDate(now), language })
      if (refusal === null) return c.redirect(c.var.to(`/network/alive/${token}`), 303)
      const filled = await readFields(c)
      if (refusal === 'answered' || refusal === 'old') {
        const after = await questionAt(db, token)
        return c.html(<AlivePage visit={c.var} question={after} closed={closedTo(after, c)} />, 409)
      }
      const mistakes = { ended_on: `partnerships.mistake.${refusal}` }
      return c.html(<AlivePage {...page} filled={filled} mistakes={mistakes} />, 422)
    })

const closedTo = (question: Question, c: C) =>
  refusalToAnswer({ askedAt: question.asked_at, endedAt: question.ended_at }, c.var.now)

/** The page of one entry, among the addresses of the network. */
export async function partnershipPage(db: Db, c: C, { slug, beside }: { slug: string; beside: Beside }) {
  const { language } = c.var
  const partnership = found(await partnershipWithSlug(db, slug), 'partnership')
  const { id, from_event_id } = partnership
  const [organisations, ties, steps, parties] = await Promise.all([
    ...([organisationsIn(db, id), tiesOf(db, id), stepsOf(db, id), partiesInOrder(db)] as const),
  ])
  const event = from_event_id === null ? undefined : await beside.eventWithId(from_event_id)
  const page = {
    ...{ visit: c.var, partnership, organisations, steps, areas: ties.areas },
    parties: parties.filter((one) => ties.parties.includes(one.id)).map(({ name }) => name),
    themes:
      ties.themes.length === 0
        ? []
        : (await beside.themes(language)).filter(({ id: theme }) => ties.themes.includes(theme)),
    goals:
      ties.goals.length === 0
        ? []
        : (await beside.goals()).filter(({ id: goal }) => ties.goals.includes(goal)),
    event: event?.isSeen ? event : null,
    ideas: await beside.ideasBehind(id),
    thread: await beside.thread(c.var, 'partnership', slug),
  }
  return <PartnershipPage {...page} />
}

async function listPage(db: Db, c: C, beside: Beside) {
  const { q, kind, state, theme, area, page } = c.req.query()
  const themes = await beside.themes(c.var.language)
  const wanted = {
    words: (q ?? '').slice(0, 200),
    kind: partnershipKinds.find((one) => one === kind) ?? null,
    state: partnershipStates.find((one) => one === state) ?? null,
    theme: themes.find(({ slug }) => slug === theme)?.id ?? null,
    area: isCityArea(area) ? area : null,
  }
  const list = await partnershipsListed(db, wanted, page)
  return (
    <PartnershipsPage visit={c.var} asked={{ q, kind, state, theme, area }} themes={themes} list={list} />
  )
}
