import type { Context } from 'hono'
import { transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { anyone, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { accountRoutes, type MoreRoles } from './account-routes.tsx'
import { coordinatorRoutes } from './coordinator-routes.tsx'
import type { Saying } from './change-standing.ts'
import { giveSession } from './member.ts'
import { partyRoutes } from './party-routes.tsx'
import { LinkRequest, requestLink } from './request-link.ts'
import { sampleRoles } from './sample-roles.sql.ts'
import { signInLink } from './sessions.sql.ts'
import type { LinkTo } from './sign-in.mail.ts'
import { ClosedDoorPage, LinkSentPage, OpenDoorPage, SignInPage } from './sign-in.page.tsx'
import { refusalToSignIn } from './sign-in.rules.ts'
import { beginSession, signIn } from './sign-in.ts'
import type { Db } from './tables.ts'

/** Links in mails go to the page in the receiver's language. */
type Address = (path: string) => string

export const peopleRoutes = (
  db: Db,
  address: Address,
  lastAskedOn: Saying['lastAskedOn'],
  moreRoles: MoreRoles,
) => {
  const linkTo: LinkTo = (language, token) => address(`/${language}/sign-in/with/${token}`)
  return routes()
    .get('/sign-in', anyone, async (c) => {
      if (c.var.member) return c.redirect(c.var.to('/account'), 303)
      const roles = await rolesToTry(db, c)
      return c.html(<SignInPage visit={c.var} next={c.req.query('next')} sampleRoles={roles} />)
    })
    .post('/sign-in', anyone, async (c) => {
      const form = await readForm(c, LinkRequest)
      const page = { visit: c.var, sampleRoles: await rolesToTry(db, c) }
      if (!form.ok) return c.html(<SignInPage {...page} next={c.req.query('next')} {...form} />, 422)
      const refusal = await requestLink(db, form.value, { from: c.var.from, now: c.var.now, linkTo })
      if (refusal) {
        const filled = { email: form.value.email }
        return c.html(
          <SignInPage {...page} next={form.value.next} filled={filled} refusal="people.sign-in.too-many" />,
          429,
        )
      }
      return c.redirect(c.var.to('/sign-in/sent'), 303)
    })
    .get('/sign-in/sent', anyone, (c) => c.html(<LinkSentPage visit={c.var} />))
    .get('/sign-in/with/:token', anyone, async (c) => {
      const link = await signInLink(db, hashOf(c.req.param('token')))
      const refusal = refusalToSignIn(link, c.var.now)
      if (refusal || !link)
        return c.html(<ClosedDoorPage visit={c.var} refusal={refusal ?? 'link-unknown'} />, 409)
      return c.html(<OpenDoorPage visit={c.var} name={link.name} />)
    })
    .post('/sign-in/with/:token', anyone, async (c) => {
      const answer = await signIn(db, c.req.param('token'), c.var.now)
      if (answer.refusal !== null)
        return c.html(<ClosedDoorPage visit={c.var} refusal={answer.refusal} />, 409)
      giveSession(c, answer.session)
      return c.redirect(c.var.to(answer.next), 303)
    })
    .get('/sign-in/sample/:role', anyone, async (c) => {
      const role = await roleToTry(db, c, c.req.param('role'))
      return c.html(<OpenDoorPage visit={c.var} name={role.name} />)
    })
    .post('/sign-in/sample/:role', anyone, async (c) => {
      const role = await roleToTry(db, c, c.req.param('role'))
      giveSession(c, await transact(db, (tx) => beginSession(tx, role.personId, c.var.now)))
      return c.redirect(c.var.to('/office'), 303)
    })
    .route('/', accountRoutes(db, linkTo, moreRoles))
    .route('/', coordinatorRoutes(db, linkTo))
    .route('/', partyRoutes(db, linkTo, lastAskedOn))
}

const rolesToTry = (db: Db, c: Context<VisitEnv>) =>
  c.var.site.sample ? sampleRoles(db) : Promise.resolve([])

// On a real installation there are no such roles, and so no such address.
const roleToTry = async (db: Db, c: Context<VisitEnv>, key: string) =>
  found(
    (await rolesToTry(db, c)).find((role) => role.key === key),
    'role to try',
  )
