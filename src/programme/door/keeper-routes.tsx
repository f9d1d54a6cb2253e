import type { Context } from 'hono'
import { routes, type VisitEnv } from '#platform/http.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { giveList, showDoor, takeForm, takeScans } from './door-answers.tsx'
import { organisersPlace } from './door-place.ts'
import { DoorLinks } from './door-links.page.tsx'

/** The door, for those who look after the event. */
export const keeperRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/door', organiser(db), async (c) =>
      showDoor(db, c, await organisersPlace(db, c), links(c)),
    )
    .post('/office/events/:id/door', organiser(db), async (c) =>
      takeForm(db, c, await organisersPlace(db, c), links(c)),
    )
    .get('/office/events/:id/door/list', organiser(db), async (c) =>
      giveList(db, c, await organisersPlace(db, c)),
    )
    .post('/office/events/:id/door/scans', organiser(db), async (c) =>
      takeScans(db, c, await organisersPlace(db, c)),
    )

const links = (c: Context<VisitEnv>) => <DoorLinks visit={c.var} eventId={c.req.param('id') ?? ''} />
