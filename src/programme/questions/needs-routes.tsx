import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { eventWithId } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { askAtDoor, askedAtDoor, type AtDoor } from './ask-at-door.ts'
import { AskListPage, AskPage } from './ask.page.tsx'
import { HeldAtEventPage, HeldPage } from './held.page.tsx'
import { heldOf } from './held.sql.ts'
import { keptUntil } from './kept-until.ts'
import { needsKeptDays } from './keep.rules.ts'
import { NeedsNamesPage, NeedsSheetPage } from './needs-sheet.page.tsx'
import { needsAtEvent } from './needs.sql.ts'
import { questionsFor } from './questions.rules.ts'
import { peopleToAsk, questionsOf } from './questions.sql.ts'
import { answersFilled } from './read-answers.ts'

type C = Context<VisitEnv>

// Whoever stands at the door is among those who came last.
const shownMax = 30

// Half a year of events and those to come; more would not be read.
const eventsMax = 200

/** What people need, what they are asked at the door, and what is still held of them. */
export const needsRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/needs', organiser(db), async (c) =>
      c.html(<NeedsSheetPage {...await needsProps(db, c)} />),
    )
    .get('/office/events/:id/needs/names', organiser(db), async (c) =>
      c.html(<NeedsNamesPage {...await needsProps(db, c)} />),
    )
    .get('/office/events/:id/held', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const [held] = await heldOf(db, { eventId: event.id, max: 1 })
      return c.html(<HeldAtEventPage visit={c.var} event={event} held={held} />)
    })
    .get('/office/held', coordinator, async (c) =>
      c.html(<HeldPage visit={c.var} events={await heldOf(db, { max: eventsMax })} />),
    )
    .get('/office/events/:id/ask', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const all = await questionsOf(db, event.id)
      const questions = questionsFor(all, { at: 'door', isBrought: false })
      const ids = questions.map(({ id }) => id)
      const people = ids.length > 0 ? await peopleToAsk(db, event.id, ids, shownMax) : []
      return c.html(<AskListPage visit={c.var} {...{ event, questions, people }} />)
    })
    .get('/office/events/:id/ask/:signUp', organiser(db), async (c) => c.html(await askPage(db, c)))
    .post('/office/events/:id/ask/:signUp', organiser(db), async (c) => {
      const [event, fields] = [await eventOf(db, c), await readFields(c)]
      const mistakes = await askAtDoor(db, atDoor(c), fields, c.var.now)
      if (mistakes) return c.html(await askPage(db, c, { filled: fields, mistakes }), 422)
      return c.redirect(c.var.to(`/office/events/${event.id}/ask`), 303)
    })

const eventOf = async (db: Db, c: C) => found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

async function needsProps(db: Db, c: C) {
  const event = await eventOf(db, c)
  const lines = await needsAtEvent(db, event.id)
  return { visit: c.var, event, lines, wipeOn: keptUntil(event, needsKeptDays) }
}

const atDoor = (c: C): AtDoor => ({
  ...{ eventId: c.req.param('id') ?? '', signUpId: c.req.param('signUp') ?? '' },
  asker: { person: memberOf(c).id, steward: null },
})

async function askPage(db: Db, c: C, answered?: Answered) {
  const event = await eventOf(db, c)
  const { name, questions, known } = await askedAtDoor(db, atDoor(c))
  const filled = answersFilled(questions, known)
  const door = { href: c.var.to(`/office/events/${event.id}/door`), label: c.var.t('questions.ask.door') }
  const trail = [...eventTrail(c.var, event), door]
  return <AskPage {...{ visit: c.var, event, name, questions, filled, trail }} {...answered} />
}
