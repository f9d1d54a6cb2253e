import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { commitmentsOf } from './commitments/commitments.sql.ts'
import { hideCommitment } from './commitments/own-commitment.ts'
import { tablesToInterpret } from './interpreting.rules.ts'
import { tonguesAtTables } from './interpreting.sql.ts'
import { loadDay } from './load-day.ts'
import { changeRound, moveDay, type Press, showOnWall, takeBack } from './move-day.ts'
import { PressForm } from './press-form.ts'
import { RoundsPage } from './rounds.page.tsx'
import { endLinkToWall, makeWallLink } from './wall/set-wall-links.ts'
import { wallLinksOf } from './wall/wall-links.sql.ts'

type C = Context<VisitEnv>

interface Options {
  organiser: Guard
  /** Tells those who look at the wall that something was pressed. */
  soon: (eventId: string) => void
}

/** Where organisers lead the day: from their phones, standing. */
export const dayRoutes = (db: Db, { organiser, soon }: Options) =>
  routes()
    .get('/office/events/:id/rounds', organiser, async (c) =>
      c.html(<RoundsPage {...await roundsPage(db, c)} />),
    )
    .post('/office/events/:id/rounds', organiser, async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c, PressForm)
      if (!form.ok) return c.html(<RoundsPage {...await roundsPage(db, c, form)} />, 422)
      const answer = await pressed(db, c, id, form.value)
      soon(id)
      if (answer.refusal) {
        const again = { filled: await readFields(c), refusal: `forum-day.refusal.${answer.refusal}` }
        return c.html(<RoundsPage {...await roundsPage(db, c, again)} />, 409)
      }
      if (answer.token === undefined) return c.redirect(c.var.to(`/office/events/${id}/rounds`), 303)
      const made = c.var.url(`/wall/${answer.token}`)
      return c.html(<RoundsPage {...await roundsPage(db, c)} made={made} />)
    })

interface Outcome {
  refusal: string | null
  token?: string
}

async function pressed(db: Db, c: C, eventId: string, form: PressForm): Promise<Outcome> {
  const by = { eventId, by: memberOf(c), now: c.var.now }
  if (form.do === 'make-link') return makeWallLink(db, by, form)
  if (form.do === 'end-link') {
    await endLinkToWall(db, by, form.link)
    return { refusal: null }
  }
  if ('commitment' in form) {
    const hiding = { id: form.commitment, isHidden: form.do === 'hide-commitment' }
    await hideCommitment(db, { eventId, ...hiding, by: by.by.id, now: by.now })
    return { refusal: null }
  }
  return { refusal: await moved(db, { ...by, seen: form.seen }, form) }
}

function moved(db: Db, press: Press, form: Extract<PressForm, { seen: number }>): Promise<string | null> {
  if (form.do === 'go') return moveDay(db, press, form.to)
  if (form.do === 'show') return showOnWall(db, press, form.what)
  return form.do === 'back' ? takeBack(db, press) : changeRound(db, press, form.do)
}

async function roundsPage(db: Db, c: C, answered: Answered = {}) {
  const eventId = c.req.param('id') ?? ''
  const day = found(await loadDay(db, eventId), 'event')
  const round = day.place?.step.round ?? day.next?.round ?? null
  const [links, seats, commitments] = await Promise.all([
    wallLinksOf(db, eventId, c.var.now),
    round ? tonguesAtTables(db, eventId, round.number) : [],
    commitmentsOf(db, eventId),
  ])
  const toInterpret = round ? { round: round.number, tables: tablesToInterpret(seats) } : null
  return { visit: c.var, day, links, toInterpret, commitments, newId: newId(), ...answered }
}
