import type { Context } from 'hono'
import { organisationsActedFor } from '#network/index.ts'
import { coordinator, memberOf, signedIn } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { failedJobs } from '#platform/jobs.ts'
import { mailCounts, mailsIn, mailWithId } from '#platform/mail/index.ts'
import { localDate, plus } from '#platform/time.ts'
import type { DeskItem } from './desk-item.ts'
import { DeskPage } from './desk.page.tsx'
import { DutiesPage } from './duties/duties.page.tsx'
import { gatherDuties } from './duties/gather-duties.ts'
import { eventsOrganisedBy } from './events.sql.ts'
import { gatherAnswers, gatherDesk } from './gather-desk.ts'
import { givenTo } from './inbox/desk-items.ts'
import { inboxRoutes } from './inbox/inbox-routes.tsx'
import { JobsPage } from './jobs.page.tsx'
import { countsByFilter, filterFrom, statesOf } from './mail-filter.ts'
import { MailPage } from './mail.page.tsx'
import { MailsPage } from './mails.page.tsx'
import { OwnEventsPage } from './own-events.page.tsx'
import { recordRoutes } from './record-routes.tsx'
import { sendTestMail } from './send-test-mail.ts'
import type { Db } from './tables.ts'
import { tryJobAgain } from './try-job-again.ts'
import { tryFailedMailsAgain, tryMailAgain } from './try-mail-again.ts'

type C = Context<VisitEnv>

export interface OfficeOptions {
  /** Whether SMTP_URL is set; without it mails are kept to be read here. */
  hasMailServer: boolean
}

// What is shown of lists that grow for ever.
const mailsMax = 100
const ownEventsMax = 50
const ownEventDays = 60

export const officeRoutes = (db: Db, { hasMailServer }: OfficeOptions) =>
  routes()
    .get('/office', signedIn, async (c) => {
      const { t, now, site } = c.var
      const { party } = memberOf(c)
      const { standsInFor } = memberOf(c)
      const asked = { db, t, now, isSample: site.sample, hasMailServer }
      if (!party) {
        const answers = standsInFor ? await gatherAnswers({ ...asked, party: standsInFor.id }) : []
        return ownEvents(db, c, { answers, given: await givenTo(asked, memberOf(c).id) })
      }
      const items = await gatherDesk({ ...asked, party: party.id })
      return c.html(<DeskPage visit={c.var} items={items} />)
    })
    .get('/office/duties', coordinator, async (c) => {
      const { t, now, site } = c.var
      const duties = await gatherDuties({ db, t, now, isSample: site.sample, hasMailServer })
      return c.html(<DutiesPage visit={c.var} duties={duties} />)
    })
    .get('/office/mails', coordinator, async (c) => c.html(await mailsPage(db, c, hasMailServer)))
    .post('/office/mails', coordinator, async (c) => {
      const { now, url, to } = c.var
      const { what } = await readFields(c)
      const refusal =
        what === 'again'
          ? await tryFailedMailsAgain(db, memberOf(c), { now, hasMailServer })
          : await sendTestMail(db, memberOf(c), url('/office/mails'), now)
      if (!refusal) return c.redirect(to('/office/mails'), 303)
      return c.html(await mailsPage(db, c, hasMailServer, { refusal: `office.refusal.${refusal}` }), 409)
    })
    .get('/office/mails/:id', coordinator, async (c) => c.html(await mailPage(db, c, hasMailServer)))
    .post('/office/mails/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      const refusal = await tryMailAgain(db, memberOf(c), id, { now: c.var.now, hasMailServer })
      if (!refusal) return c.redirect(c.var.to(`/office/mails/${id}`), 303)
      return c.html(await mailPage(db, c, hasMailServer, { refusal: `office.refusal.${refusal}` }), 409)
    })
    .get('/office/jobs', coordinator, async (c) =>
      c.html(<JobsPage visit={c.var} jobs={await failedJobs(db)} />),
    )
    .post('/office/jobs', coordinator, async (c) => {
      const { job } = await readFields(c)
      await tryJobAgain(db, memberOf(c), String(job ?? ''), c.var.now)
      return c.redirect(c.var.to('/office/jobs'), 303)
    })
    .route('/', inboxRoutes(db))
    .route('/', recordRoutes(db))

interface Owed {
  answers: readonly DeskItem[]
  given: readonly DeskItem[]
}

async function ownEvents(db: Db, c: C, owed: Owed): Promise<Response> {
  const since = plus(c.var.now, { days: -ownEventDays })
  const events = await eventsOrganisedBy(db, memberOf(c).id, since, ownEventsMax)
  const organisations = await organisationsActedFor(db, memberOf(c).id, localDate(c.var.now))
  const isOwedNothing = owed.answers.length + owed.given.length === 0 && !memberOf(c).standsInFor
  // Whoever only acts for organisations has signed in to look after them.
  if (organisations.length > 0 && events.length === 0 && isOwedNothing)
    return c.redirect(c.var.to('/network/mine'), 303)
  return c.html(<OwnEventsPage visit={c.var} events={events} organisations={organisations} {...owed} />)
}

async function mailsPage(db: Db, c: C, hasMailServer: boolean, answered: Answered = {}) {
  const filter = filterFrom(c.req.query('state'))
  const [counts, mails] = await Promise.all([mailCounts(db), mailsIn(db, statesOf(filter), mailsMax)])
  const page = { visit: c.var, hasMailServer, counts: countsByFilter(counts), filter, mails }
  return <MailsPage {...page} {...answered} />
}

async function mailPage(db: Db, c: C, hasMailServer: boolean, answered: Answered = {}) {
  const mail = found(await mailWithId(db, c.req.param('id') ?? ''), 'mail')
  return <MailPage visit={c.var} hasMailServer={hasMailServer} mail={mail} {...answered} />
}
