import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { anyone, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { eventWithId } from '../../events.sql.ts'
import { needsOfSignUp } from '../../questions/needs.sql.ts'
import { needsFilled } from '../../questions/read-needs.ts'
import type { Db } from '../../tables.ts'
import { CompanionPage } from './companion.page.tsx'
import { giveSeatBack } from './give-seat-back.ts'
import type { LettersOf } from '../letters.ts'
import { nameCompanion } from './name-companion.ts'
import { NamedCompanion } from '../sign-up-form.ts'
import { signUpOfLink, signUpWithId } from '../sign-ups.sql.ts'

type C = Context<VisitEnv>

/** One of the seats that somebody signed up together with their own: who comes, or nobody after all. */
export const companionRoutes = (db: Db, lettersOf: LettersOf) => {
  const path = '/sign-ups/:token/companions/:companion'
  return routes()
    .get(path, anyone, async (c) => c.html(await page(c)))
    .post(path, anyone, async (c) => {
      const { mine, companion } = await both(c)
      const back = c.var.to(`/sign-ups/${c.req.param('token')}`)
      if ((await readFields(c))['do'] === 'give-back') {
        const refusal = await giveSeatBack(db, mine, lettersOf(c), { companion: companion.id })
        const isDone = refusal === null || refusal === 'already-cancelled'
        return isDone ? c.redirect(`${back}?given-back`, 303) : c.html(await page(c, refused(refusal)), 409)
      }
      const form = await readForm(c, NamedCompanion)
      if (!form.ok) return c.html(await page(c, form), 422)
      const refusal = await nameCompanion(db, mine, companion.id, form.value, lettersOf(c))
      if (!refusal) return c.redirect(back, 303)
      return c.html(await page(c, { ...refused(refusal), filled: await readFields(c) }), 409)
    })

  async function both(c: C) {
    const mine = found(await signUpOfLink(db, hashOf(c.req.param('token') ?? '')), 'sign-up')
    const companion = found(await signUpWithId(db, c.req.param('companion') ?? ''), 'companion')
    return { mine, companion: found(companion.brought_by === mine.id ? companion : null, 'companion') }
  }

  async function page(c: C, answered: Answered = {}) {
    const { mine, companion } = await both(c)
    const event = found(await eventWithId(db, mine.event_id), 'event')
    const needs = companion.email === null ? await needsOfSignUp(db, companion.id) : null
    const own = { name: companion.named ? companion.name : '', email: companion.email ?? '' }
    const filled = { ...own, ...needsFilled(needs) }
    const token = c.req.param('token') ?? ''
    return <CompanionPage visit={c.var} {...{ event, companion, token, filled }} {...answered} />
  }
}

const refused = (refusal: string): Answered => ({ refusal: `manage.refusal.${refusal}` })
