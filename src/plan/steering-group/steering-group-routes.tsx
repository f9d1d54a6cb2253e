import { found } from '#platform/errors.ts'
import { anyone, readFields, routes } from '#platform/http.ts'
import type { Db } from '../tables.ts'
import { GroupPage } from './group.page.tsx'
import type { Letters } from './letters.ts'
import { loadGroup } from './load-group.ts'
import { meetingRoutes } from './meetings/meeting-routes.tsx'
import { allMeetings } from './meetings/meetings.sql.ts'
import { nominationRoutes } from './nominations/nomination-routes.tsx'
import { OldNominationPage } from './nominations/nomination-links.page.tsx'
import { officeCallRoutes } from './nominations/office-call-routes.tsx'
import { MemberPage } from './seats/member.page.tsx'
import { officeSeatRoutes } from './seats/office-seat-routes.tsx'
import { showName, termOfToken } from './seats/show-name.ts'

/** The steering group: for everybody, for its members behind their links, and for the office. */
export const steeringGroupRoutes = (db: Db, url: Letters['url']) =>
  routes()
    .get('/steering-group', anyone, async (c) =>
      c.html(<GroupPage visit={c.var} {...await loadGroup(db, c.var.now)} />),
    )
    .get('/steering-group/mine/:token', anyone, async (c) => {
      const token = c.req.param('token')
      const term = await termOfToken(db, token)
      if (!term) return c.html(<OldNominationPage visit={c.var} />, 404)
      const meetings = term.body === 'steering-group' ? (await allMeetings(db)).slice(0, 8) : []
      return c.html(<MemberPage visit={c.var} term={term} token={token} meetings={meetings} />)
    })
    .post('/steering-group/mine/:token', anyone, async (c) => {
      const token = c.req.param('token')
      found(await termOfToken(db, token), 'link of a member')
      await showName(db, token, (await readFields(c))['do'] === 'show', c.var.now)
      return c.redirect(c.var.to(`/steering-group/mine/${token}`), 303)
    })
    .route('/', nominationRoutes(db, url))
    .route('/', officeSeatRoutes(db, url))
    .route('/', officeCallRoutes(db, url))
    .route('/', meetingRoutes(db, url))
