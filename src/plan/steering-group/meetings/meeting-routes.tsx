import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { termOfToken } from '../seats/show-name.ts'
import { agendaRoutes } from './agenda-routes.tsx'
import { CorrectionForm, sendCorrection } from './correct-minutes.ts'
import { loadMeeting } from './load-meeting.ts'
import { MeetingPage, MembersMeetingPage } from './meeting.page.tsx'
import { minutesRoutes } from './minutes-routes.tsx'

type C = Context<VisitEnv>

/** Meetings for everybody, for members behind their links, and for the office. */
export const meetingRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get('/steering-group/meetings/:meeting', anyone, async (c) =>
      c.html(<MeetingPage visit={c.var} loaded={await loadMeeting(db, c.req.param('meeting'))} />),
    )
    .get('/steering-group/mine/:token/meetings/:meeting', anyone, async (c) =>
      c.html(await membersPage(db, c)),
    )
    .post('/steering-group/mine/:token/meetings/:meeting', anyone, async (c) => {
      const { token, meeting: meetingId } = c.req.param()
      found(await termOfToken(db, token), 'link of a member')
      const form = await readForm(c, CorrectionForm)
      if (!form.ok) return c.html(await membersPage(db, c, form), 422)
      const refusal = await sendCorrection(db, { token, meetingId, now: c.var.now }, form.value)
      if (!refusal) return c.redirect(c.var.to(`/steering-group/mine/${token}/meetings/${meetingId}`), 303)
      const answered = { filled: await readFields(c), refusal: `steering-group.refusal.${refusal}` }
      return c.html(await membersPage(db, c, answered), 409)
    })
    .route('/', agendaRoutes(db))
    .route('/', minutesRoutes(db, url))

async function membersPage(db: Db, c: C, answered: Answered = {}) {
  const token = c.req.param('token') ?? ''
  const term = found(await termOfToken(db, token), 'link of a member')
  found(term.body === 'steering-group' || null, 'member of the group')
  const loaded = await loadMeeting(db, c.req.param('meeting') ?? '')
  return <MembersMeetingPage visit={c.var} loaded={loaded} token={token} termId={term.id} {...answered} />
}
