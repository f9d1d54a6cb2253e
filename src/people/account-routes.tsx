import { found } from '#platform/errors.ts'
import { anyone, readFields, readForm, routes, type Visit } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { AccountPage } from './account.page.tsx'
import { giveSession, memberOf, sessionToken, signedIn, takeSession } from './member.ts'
import { FirstCoordinators, nameFirstCoordinators } from './name-first-coordinators.ts'
import { partiesInOrder } from './standings.sql.ts'
import { firstCoordinatorsLink, sessionsOf } from './sessions.sql.ts'
import type { LinkTo } from './sign-in.mail.ts'
import { signOut, signOutEverywhere } from './sign-in.ts'
import { StartPage } from './start.page.tsx'
import type { Db } from './tables.ts'

/** What else somebody is, in words: it is known in the slices above. */
export type MoreRoles = (visit: Visit, personId: string) => Promise<readonly string[]>

/** One's own sessions, and the one-time address of a new installation. */
export const accountRoutes = (db: Db, linkTo: LinkTo, moreRoles: MoreRoles) =>
  routes()
    .get('/account', signedIn, async (c) => {
      const member = memberOf(c)
      const sessions = await sessionsOf(db, member.id, c.var.now)
      const more = await moreRoles(c.var, member.id)
      return c.html(<AccountPage visit={c.var} member={member} sessions={sessions} more={more} />)
    })
    .post('/account', signedIn, async (c) => {
      const { where } = await readFields(c)
      if (where === 'everywhere') await signOutEverywhere(db, memberOf(c).id, c.var.now)
      else await signOut(db, sessionToken(c) ?? '')
      takeSession(c)
      return c.redirect(c.var.to('/'), 303)
    })
    .get('/start/:token', anyone, async (c) => {
      found(await firstCoordinatorsLink(db, hashOf(c.req.param('token'))), 'one-time address')
      return c.html(<StartPage visit={c.var} parties={await partiesInOrder(db)} />)
    })
    .post('/start/:token', anyone, async (c) => {
      const token = c.req.param('token')
      found(await firstCoordinatorsLink(db, hashOf(token)), 'one-time address')
      const form = await readForm(c, FirstCoordinators)
      if (!form.ok)
        return c.html(<StartPage visit={c.var} parties={await partiesInOrder(db)} {...form} />, 422)
      const session = await nameFirstCoordinators(db, token, form.value, { now: c.var.now, linkTo })
      giveSession(c, found(session, 'one-time address'))
      return c.redirect(c.var.to('/office'), 303)
    })
