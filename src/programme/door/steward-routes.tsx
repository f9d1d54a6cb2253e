import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { showAsk, takeAnswers } from './ask-here.tsx'
import { giveList, showDoor, takeForm, takeScans } from './door-answers.tsx'
import { type DoorPlace, stewardsPlace } from './door-place.ts'
import { RememberDoor } from './remember-door.page.tsx'
import { lastDayByDefault, setStewards, StewardForm } from './set-stewards.ts'
import { DoorClosedPage, StewardsPage } from './stewards.page.tsx'
import { stewardsOf } from './stewards.sql.ts'

type C = Context<VisitEnv>

/** The door behind a link that ends, and the page on which such links are made. */
export const stewardRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/door/stewards', organiser(db), async (c) =>
      c.html(<StewardsPage {...await stewardsProps(db, c)} />),
    )
    .post('/office/events/:id/door/stewards', organiser(db), async (c) => {
      const { event } = await stewardsProps(db, c)
      const form = await readForm(c, StewardForm)
      if (!form.ok) return c.html(<StewardsPage {...await stewardsProps(db, c)} {...form} />, 422)
      const answer = await setStewards(db, event.id, form.value, memberOf(c), c.var.now)
      const props = await stewardsProps(db, c)
      if (answer.refusal !== null) {
        const filled = { ...(await readFields(c)), id: newId() }
        const refusal = `steward.refusal.${answer.refusal}`
        return c.html(<StewardsPage {...props} filled={filled} refusal={refusal} />, 409)
      }
      if (answer.token === null) return c.redirect(c.var.to(`/office/events/${event.id}/door/stewards`), 303)
      return c.html(<StewardsPage {...props} made={c.var.url(`/door/${answer.token}`)} />)
    })
    .get('/door/:token', anyone, (c) => asSteward(db, c, (place) => showDoor(db, c, place, remember(c))))
    .post('/door/:token', anyone, (c) => asSteward(db, c, (place) => takeForm(db, c, place, remember(c))))
    .get('/door/:token/list', anyone, (c) => asSteward(db, c, (place) => giveList(db, c, place)))
    .post('/door/:token/scans', anyone, (c) => asSteward(db, c, (place) => takeScans(db, c, place)))
    .get('/door/:token/ask/:comer', anyone, (c) => asSteward(db, c, (place) => showAsk(db, c, place)))
    .post('/door/:token/ask/:comer', anyone, (c) => asSteward(db, c, (place) => takeAnswers(db, c, place)))
    .post('/door/:token/remember', anyone, (c) =>
      asSteward(db, c, (place) => {
        rememberDoor(c)
        return c.redirect(c.var.to(`${place.base}?remembered=yes`), 303)
      }),
    )

type Answer = Response | Promise<Response>

async function asSteward(db: Db, c: C, answer: (place: DoorPlace) => Answer): Promise<Response> {
  const place = await stewardsPlace(db, c.req.param('token') ?? '', c.var)
  return place ? answer(place) : c.html(<DoorClosedPage visit={c.var} />, 404)
}

async function stewardsProps(db: Db, c: C) {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  const filled = { id: newId(), until: lastDayByDefault(event) }
  return { visit: c.var, event, stewards: await stewardsOf(db, event.id), filled }
}

const remember = (c: C) => (
  <RememberDoor
    visit={c.var}
    token={c.req.param('token') ?? ''}
    isRemembered={rememberedDoor(c) !== undefined}
  />
)

const cookieName = 'door'
const cookieSeconds = 3 * 24 * 60 * 60

/** The door at which this phone stands, for codes that its own camera opens. */
export const rememberedDoor = (c: C): string | undefined => getCookie(c, cookieName)

function rememberDoor(c: C): void {
  const secure = c.var.url('/').startsWith('https://')
  const options = { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: cookieSeconds } as const
  setCookie(c, cookieName, c.req.param('token') ?? '', options)
}
