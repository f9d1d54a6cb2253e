import { downloadTable } from '#platform/download-table.ts'
import type { Context } from 'hono'
import { answeredQuestions } from '#about/index.ts'
import { coordinator, coordinatorsNow, memberOf } from '#people/index.ts'
import type { Filled } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { AnsweredPage } from './answered.page.tsx'
import { assignItems, type Chosen } from './assign-items.ts'
import { closeAsSpam, refuseIdeasOf, undoClosing } from './close-spam.ts'
import { ClosedPage } from './closed.page.tsx'
import { closedNow } from './closings.sql.ts'
import { addressOf, shownFrom } from './filters.page.tsx'
import { InboxPage, wordsOf } from './inbox.page.tsx'
import { comesInWaves, inboxKinds, spamReasons, waveMin, wavesIn } from './inbox.rules.ts'
import { lateAt } from './late-at.ts'
import { arrivalsSince, inboxCounts, type InboxItem, inboxPage, type Wanted } from './inbox.sql.ts'
import { questionRoutes } from './question-routes.tsx'
import { lettersOf } from './letters-of.ts'
import { textRoutes } from './text-routes.tsx'

type C = Context<VisitEnv>

// As many as are read in one sitting; a wave of spam is put aside in a few presses.
const perPage = 50
const wavePerPage = 500
// What is older is no wave any longer.
const waveDays = 3
const answeredMax = 100
const closedMax = 1000
const inFileMax = 5000

/** Everything that came in and waits, in one list. */
export const inboxRoutes = (db: Db) =>
  routes()
    .get('/office/inbox', coordinator, async (c) => c.html(await listPage(db, c)))
    .get('/office/inbox.csv', coordinator, async (c) => {
      const { t } = c.var
      const shown = shownFrom((name) => c.req.query(name))
      const wanted: Wanted = { ...shown, to: shown.to === 'me' ? { person: memberOf(c).id } : shown.to }
      const items = await inboxPage(db, wanted, lateAt(c.var.now), { max: inFileMax, skip: 0 })
      const header = ['kind', 'what', 'came', 'due', 'owner'].map((one) => t(`lists.out.${one}`))
      const rows = items.map((one) => [
        ...[t(`inbox.kind.${one.kind}`), wordsOf(one, t.language)],
        ...[localDate(one.arrived_at), one.due_on, one.assigned_name],
      ])
      return downloadTable(c, { name: t('lists.file-name.inbox'), header, rows })
    })
    .post('/office/inbox', coordinator, (c) => act(db, c))
    .get('/office/inbox/closed', coordinator, async (c) => {
      const closed = await closedNow(db, closedMax)
      const batch = c.req.query('just') ?? ''
      const count = closed.filter(({ batch_id }) => batch_id === batch).length
      return c.html(<ClosedPage visit={c.var} closed={closed} just={count > 0 ? { batch, count } : null} />)
    })
    .post('/office/inbox/closed', coordinator, async (c) => {
      const { batch } = await readFields(c)
      await undoClosing(db, memberOf(c), String(batch ?? ''), c.var.now)
      return c.redirect(c.var.to('/office/inbox'), 303)
    })
    .get('/office/inbox/answered', coordinator, async (c) =>
      c.html(<AnsweredPage visit={c.var} questions={await answeredQuestions(db, answeredMax)} />),
    )
    .route('/', textRoutes(db))
    .route('/', questionRoutes(db))

interface Told {
  missed?: readonly InboxItem[]
  problem?: string
}

async function listPage(db: Db, c: C, told: Told = {}) {
  const shown = shownFrom((name) => c.req.query(name))
  const late = lateAt(c.var.now)
  const wanted: Wanted = { ...shown, to: shown.to === 'me' ? { person: memberOf(c).id } : shown.to }
  const counts = await inboxCounts(db, wanted, late)
  const all = counts.reduce(
    (sum, { kind, count }) => sum + (!shown.kind || shown.kind === kind ? count : 0),
    0,
  )
  const max = shown.between ? wavePerPage : perPage
  const last = Math.max(1, Math.ceil(all / max))
  const number = Math.min(last, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const items = await inboxPage(db, wanted, late, { max, skip: (number - 1) * max })
  const mayHoldWave = counts.some(({ kind, count }) => comesInWaves(kind) && count >= waveMin)
  const arrived = mayHoldWave ? await arrivalsSince(db, plus(c.var.now, { days: -waveDays })) : []
  const refused = Number(c.req.query('refused')) || 0
  const people = await coordinatorsNow(db)
  const page = { shown, counts, items, pages: { number, last }, people, refused, waves: wavesIn(arrived) }
  return <InboxPage visit={c.var} {...page} {...told} />
}

/** What is ticked, or everything on the page, as it was shown. */
function chosenIn(fields: Filled): Chosen[] {
  const given = [fields[fields['all'] === 'yes' ? 'shown' : 'item'] ?? []].flat()
  return given.flatMap((text) => {
    const [first, id = '', ...rest] = text.split(':')
    const kind = inboxKinds.find((one) => one === first)
    return kind && id ? [{ kind, id, seen: rest.join(':') }] : []
  })
}

async function act(db: Db, c: C): Promise<Response> {
  const fields = await readFields(c)
  const shown = shownFrom((name) => c.req.query(name))
  const chosen = chosenIn(fields)
  const by = memberOf(c)
  const { now, to } = c.var
  const again = async (told: Told, status: 409 | 422) => c.html(await listPage(db, c, told), status)
  if (chosen.length === 0) return again({ problem: 'inbox.problem.nothing-chosen' }, 422)
  if (fields['do'] === 'close') {
    const reason = spamReasons.find((one) => one === fields['reason'])
    if (!reason) return again({ problem: 'inbox.problem.reason' }, 422)
    const ids = chosen.map(({ id }) => id)
    const closing = { by, reason, now }
    // In a wave an idea is no different; elsewhere it is decided about by itself.
    const refused = shown.between && shown.kind === 'idea' ? await refuseIdeasOf(db, ids, closing) : 0
    if (refused > 0) return c.redirect(to(`/office/inbox?refused=${refused}`), 303)
    const { batch, count } = await closeAsSpam(db, chosen, closing)
    if (count === 0) return again({ problem: 'inbox.problem.not-spam' }, 409)
    return c.redirect(to(`/office/inbox/closed?just=${batch}`), 303)
  }
  const person = String(fields['to'] ?? '')
  const isKnown = (await coordinatorsNow(db)).some(({ id }) => id === person)
  if (person && !isKnown) return again({ problem: 'inbox.problem.person' }, 422)
  const missed = await assignItems(db, chosen, { by, to: person || null, ...lettersOf(c) })
  if (missed.length > 0) return again({ missed }, 409)
  return c.redirect(to(addressOf(shown)), 303)
}
