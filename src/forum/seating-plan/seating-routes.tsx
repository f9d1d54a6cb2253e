import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import type { Answered } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import type { Db } from '../tables.ts'

import { whoMoved } from '../reseating/tell-moved.ts'
import { base, eventIn, forumIn, idIn, roundIn, seatingIn, toBoard } from './in-address.ts'
import { isOver } from './day.rules.ts'
import { LockForm, lockSeats } from './lock-seats.ts'
import { moveRoutes } from './move-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { reportOn } from './report.ts'
import { askToStop, runWork } from './run-work.ts'
import { hasTables } from './formats.rules.ts'
import { isWorking, proposedSize } from './seating.rules.ts'
import { peopleOf, questionsFor, roundsOf, seatingOf, stepsAfter, tablesOf, workOf } from './seating.sql.ts'
import { SeatingPage } from './seating.page.tsx'
import { readRounds, readTables, setRounds, setTables } from './set-tables.ts'
import { SetUpForm, setUpSeating } from './set-up-seating.ts'
import { SetUpPage } from './setup.page.tsx'
import { showSeats } from './show-seats.ts'
import { stepsBehind } from './step-behind.ts'
import { ProposeForm, startWork } from './start-work.ts'
import { namesIn } from './names-in.ts'
import { RoundsPage, TablesPage } from './tables.page.tsx'
import { undoStep } from './undo-step.ts'
import { withoutAway } from './without-away.ts'
import { WorkingPage } from './working.page.tsx'

type C = Context<VisitEnv>

const path = '/office/events/:id/seating'

/** Where organisers set up tables and rounds, have seats proposed, and move people. */
export const seatingRoutes = (db: Db, organiser: Guard) =>
  routes()
    .route('/', boardRoutes(db, organiser))
    .route('/', setUpRoutes(db, organiser))
    .route('/', peopleRoutes(db, organiser, untilOver(db)))
    .route('/', moveRoutes(db, organiser, untilOver(db)))

/** After the event its seating is read and no longer changed. */
const untilOver =
  (db: Db): Guard =>
  async (c, next) => {
    const event = await eventIn(db, c)
    if (!isOver(event, c.var.now)) return next()
    const refusal = 'seating.refusal.event-over'
    const hasBoard = await seatingOf(db, event.id)
    return c.html(await (hasBoard ? boardPage(db, c, refusal) : setUpPage(db, c, { refusal })), 409)
  }

const boardRoutes = (db: Db, organiser: Guard) =>
  routes()
    .get(path, organiser, async (c) => {
      const event = await eventIn(db, c)
      if (!(await seatingOf(db, event.id))) return c.html(await setUpPage(db, c))
      return c.html(await boardPage(db, c))
    })
    .post(`${path}/propose`, organiser, untilOver(db), async (c) => {
      const form = await readForm(c, ProposeForm)
      if (!form.ok) return c.html(await boardPage(db, c), 422)
      const started = await startWork(db, memberOf(c), idIn(c), form.value, c.var.now)
      if ('refusal' in started)
        return c.html(await boardPage(db, c, `seating.refusal.${started.refusal}`), 409)
      void runWork(db, started.task, c.var.log)
      return c.redirect(c.var.to(`${base(c)}/working`), 303)
    })
    .get(`${path}/working`, organiser, async (c) => {
      const event = await eventIn(db, c)
      const work = await workOf(db, event.id)
      if (!work || !isWorking(work, c.var.now)) return toBoard(c)
      // A header and not an element: it is there for as long as the work, and no longer than some seconds.
      c.header('Refresh', '2')
      return c.html(<WorkingPage visit={c.var} event={event} work={work} />)
    })
    .post(`${path}/stop`, organiser, async (c) => {
      await askToStop(db, idIn(c), c.var.now)
      return c.redirect(c.var.to(`${base(c)}/working`), 303)
    })
    .post(`${path}/show`, organiser, async (c) => {
      const { shown } = await readFields(c)
      const refusal = await showSeats(db, memberOf(c), idIn(c), shown === 'yes', c.var.now)
      return refusal ? c.html(await boardPage(db, c, `seating.refusal.${refusal}`), 409) : toBoard(c)
    })
    .post(`${path}/lock`, organiser, untilOver(db), async (c) => {
      const form = await readForm(c, LockForm)
      if (!form.ok) return c.html(await boardPage(db, c), 422)
      await lockSeats(db, memberOf(c), idIn(c), form.value, c.var.now)
      return toBoard(c, form.value.round)
    })
    .post(`${path}/undo`, organiser, untilOver(db), async (c) => {
      const { version } = await readFields(c)
      const refusal = await undoStep(db, memberOf(c), idIn(c), Number(version), c.var.now)
      return refusal ? c.html(await boardPage(db, c, `seating.refusal.${refusal}`), 409) : toBoard(c)
    })

const setUpRoutes = (db: Db, organiser: Guard) =>
  routes()
    .get(`${path}/setup`, organiser, async (c) => c.html(await setUpPage(db, c)))
    .post(`${path}/setup`, organiser, untilOver(db), async (c) => {
      const form = await readForm(c, SetUpForm)
      if (!form.ok) return c.html(await setUpPage(db, c, form), 422)
      const wanted = { ...form.value, room: c.var.t('seating.the-room') }
      const refusal = await setUpSeating(db, memberOf(c), idIn(c), wanted, c.var.now)
      if (!refusal) return toBoard(c)
      const answered = { filled: await readFields(c), refusal: `seating.refusal.${refusal}` }
      return c.html(await setUpPage(db, c, answered), 409)
    })
    .get(`${path}/tables`, organiser, async (c) => c.html(await tablesPage(db, c)))
    .post(`${path}/tables`, organiser, untilOver(db), async (c) => {
      const { id } = (await seatingIn(db, c)).event
      const filled = await readFields(c)
      const { mistakes, rows } = readTables(filled, await tablesOf(db, id))
      if (mistakes) return c.html(await tablesPage(db, c, { filled, mistakes }), 422)
      const refusal = await setTables(db, memberOf(c), id, rows, c.var.now)
      if (!refusal) return toBoard(c)
      const crowded = { [`seats-${refusal.crowded}`]: 'seating.refusal.seats-are-taken' }
      return c.html(await tablesPage(db, c, { filled, mistakes: crowded }), 409)
    })
    .get(`${path}/rounds`, organiser, async (c) => c.html(await roundsPage(db, c)))
    .post(`${path}/rounds`, organiser, untilOver(db), async (c) => {
      const { id } = (await seatingIn(db, c)).event
      const filled = await readFields(c)
      const { mistakes, rows } = readRounds(filled, await roundsOf(db, id))
      if (mistakes) return c.html(await roundsPage(db, c, { filled, mistakes }), 422)
      await setRounds(db, memberOf(c), id, rows, c.var.now)
      return toBoard(c)
    })

async function boardPage(db: Db, c: C, refusal?: string) {
  const { event, forum } = await forumIn(db, c)
  const [steps, work] = await Promise.all([stepsAfter(db, event.id, 0), workOf(db, event.id)])
  const { problem, base: schedule } = withoutAway(forum)
  const report = reportOn(problem, schedule, forum.seating.seed)
  return (
    <SeatingPage
      visit={c.var}
      {...{ event, forum, report, steps, work, refusal }}
      behind={stepsBehind({ ...forum, problem }, report.missed, steps)}
      moved={isOver(event, c.var.now) ? [] : await whoMoved(db, forum)}
      round={roundIn(forum, c.req.query('round'))}
      isWorking={isWorking(work, c.var.now)}
      names={await namesIn(db, steps)}
    />
  )
}

async function setUpPage(db: Db, c: C, answered: Answered = {}) {
  const event = await eventIn(db, c)
  const [seating, tables, rounds] = await Promise.all([
    seatingOf(db, event.id),
    tablesOf(db, event.id),
    roundsOf(db, event.id),
  ])
  const people = (await peopleOf(db, event.id)).length
  const size = seating
    ? {
        ...{ tables: tables.length, rounds: rounds.length, format: seating.format },
        seats: tables[0]?.seats ?? proposedSize(people).seats,
        minutes: rounds[0]?.minutes ?? 25,
      }
    : { ...proposedSize(people), format: 'roundtable' as const }
  return <SetUpPage visit={c.var} {...{ event, size, people }} isNew={!seating} {...answered} />
}

async function tablesPage(db: Db, c: C, answered: Answered = {}) {
  const { event, seating } = await seatingIn(db, c)
  const tables = await tablesOf(db, event.id)
  const isOnline = seating.format === 'online' || !hasTables(seating.format)
  return <TablesPage visit={c.var} {...{ event, tables, isOnline }} {...answered} />
}

async function roundsPage(db: Db, c: C, answered: Answered = {}) {
  const { event } = await seatingIn(db, c)
  const [rounds, questions] = await Promise.all([roundsOf(db, event.id), questionsFor(db, event.id)])
  return <RoundsPage visit={c.var} {...{ event, rounds, questions }} {...answered} />
}
