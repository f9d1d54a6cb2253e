import { downloadTable } from '#platform/download-table.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { coordinator, memberOf, signedIn } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type Visit, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { cancelEvent, Cancellation } from './cancel-event.ts'
import { CancelEventPage } from './cancel-event.page.tsx'
import { createEvent } from './create-event.ts'
import { EditEventPage } from './edit-event.page.tsx'
import { editEvent } from './edit-event.ts'
import { filledFrom } from './event-filled.ts'
import { EventForm } from './event-form.ts'
import { eventWithId, type ProgrammeEvent, waitingCount } from './events.sql.ts'
import { deskParts } from './hearts.tsx'
import { OfficeEventPage } from './office-event.page.tsx'
import { officeEvents, organisersOf } from './office-events.sql.ts'
import { OfficeEventsPage, type OfficeView } from './office-list.page.tsx'
import { organiser } from './organiser.ts'
import { pageLength, pageOf, readCursor } from './pages.ts'
import { publishEvent } from './publish-event.ts'
import { PublishEventPage } from './publish-event.page.tsx'
import { expectationFor } from './seats/expectation.ts'
import { attendanceAt } from './sign-up/seats.sql.ts'
import { seriesInOrder } from './series.sql.ts'
import type { LettersOf } from './sign-up/index.ts'
import type { Db } from './tables.ts'

type C = Context<VisitEnv>

const allMax = 100_000

export interface OfficeOptions {
  lettersOf: LettersOf
  /** What other slices offer on an event's desk; app.tsx passes it in. */
  eventDesk?: (visit: Visit, eventId: string) => Promise<Child>
}

export const officeRoutes = (db: Db, { lettersOf, eventDesk }: OfficeOptions) =>
  routes()
    .get('/office/events', signedIn, async (c) => c.html(await listPage(db, c)))
    .get('/office/events.csv', signedIn, (c) => eventsFile(db, c))
    .get('/office/events/new', coordinator, async (c) =>
      c.html(await editPage(db, c, null, { filled: newEvent(c) })),
    )
    .post('/office/events/new', coordinator, async (c) => {
      const form = await readForm(c, EventForm)
      if (!form.ok) return c.html(await editPage(db, c, null, form), 422)
      const id = await createEvent(db, memberOf(c), form.value, lettersOf(c))
      return c.redirect(c.var.to(`/office/events/${id}`), 303)
    })
    .get('/office/events/:id', organiser(db), async (c) => c.html(await deskPage(db, c, eventDesk)))
    .get('/office/events/:id/edit', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const filled = filledFrom(event, await organisersOf(db, event.id))
      return c.html(await editPage(db, c, event, { filled }))
    })
    .post('/office/events/:id/edit', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const form = await readForm(c, EventForm)
      if (!form.ok) return c.html(await editPage(db, c, event, form), 422)
      const refusal = await editEvent(db, memberOf(c), event.id, form.value, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to(`/office/events/${event.id}`), 303)
      const filled = await readFields(c)
      if (refusal === 'reason-missing') {
        const mistakes = { 'reason.sv': 'changes.mistake.reason' }
        return c.html(await editPage(db, c, event, { filled, mistakes }), 422)
      }
      const answered = { filled, refusal: `programme.edit.refusal.${refusal}` }
      return c.html(await editPage(db, c, event, answered), 409)
    })
    .get('/office/events/:id/publish', organiser(db), async (c) =>
      c.html(<PublishEventPage visit={c.var} event={await eventOf(db, c)} />),
    )
    .post('/office/events/:id/publish', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const refusal = await publishEvent(db, memberOf(c), event.id, c.var.now)
      if (!refusal) return c.redirect(c.var.to(`/office/events/${event.id}`), 303)
      return c.html(
        <PublishEventPage visit={c.var} event={event} refusal={`programme.edit.refusal.${refusal}`} />,
        409,
      )
    })
    .get('/office/events/:id/cancel', organiser(db), async (c) => c.html(await cancelPage(db, c)))
    .post('/office/events/:id/cancel', organiser(db), async (c) => {
      const event = await eventOf(db, c)
      const form = await readForm(c, Cancellation)
      if (!form.ok) return c.html(await cancelPage(db, c, form), 422)
      const refusal = await cancelEvent(db, memberOf(c), event.id, form.value, lettersOf(c))
      if (!refusal) return c.redirect(c.var.to(`/office/events/${event.id}`), 303)
      const answered = { filled: await readFields(c), refusal: `programme.edit.refusal.${refusal}` }
      return c.html(await cancelPage(db, c, answered), 409)
    })

const eventOf = async (db: Db, c: C): Promise<ProgrammeEvent> =>
  found(await eventWithId(db, c.req.param('id') ?? ''), 'event')

/** What a new event starts out with: most are in Swedish, and whoever writes it looks after it. */
const newEvent = (c: C) => {
  const { name, email } = memberOf(c)
  return {
    id: newId(),
    series: c.req.query('series') ?? '',
    spoken: ['sv'],
    organisers: `${name} <${email}>`,
  }
}

async function deskPage(db: Db, c: C, eventDesk: OfficeOptions['eventDesk']) {
  const event = await eventOf(db, c)
  const more = (await eventDesk?.(c.var, event.id)) ?? null
  const parts = await deskParts(db, c.var, event)
  const [organisers, waiting] = [await organisersOf(db, event.id), await waitingCount(db, event.id)]
  const expectation = await expectationFor(db, event, c.var.now)
  const attendance = await attendanceAt(db, event.id)
  const page = { event, organisers, waiting, more, parts, expectation, attendance }
  return <OfficeEventPage visit={c.var} {...page} />
}

const editPage = async (db: Db, c: C, event: ProgrammeEvent | null, answered: Answered) => (
  <EditEventPage visit={c.var} event={event} allSeries={await seriesInOrder(db)} {...answered} />
)

async function cancelPage(db: Db, c: C, answered: Answered = {}) {
  const event = await eventOf(db, c)
  return (
    <CancelEventPage visit={c.var} event={event} waiting={await waitingCount(db, event.id)} {...answered} />
  )
}

async function listPage(db: Db, c: C) {
  const member = memberOf(c)
  const which = (['draft', 'past'] as const).find((one) => one === c.req.query('which')) ?? 'coming'
  // Organisers who are not coordinators see their own events alone.
  const view: OfficeView = { which, mine: member.party === null || c.req.query('whose') === 'mine' }
  const organiserId = view.mine ? member.id : null
  const after = readCursor(c.req.query('after'))
  const wanted = { which: view.which, organiserId, after, now: c.var.now, max: pageLength + 1 }
  const { rows, next } = pageOf(await officeEvents(db, wanted))
  return <OfficeEventsPage visit={c.var} member={member} view={view} events={rows} next={next} />
}

/** The list as a file. */
async function eventsFile(db: Db, c: Context<VisitEnv>): Promise<Response> {
  const { t, language, now, url } = c.var
  const member = memberOf(c)
  const header = ['event', 'starts', 'state', 'page'].map((one) => t(`lists.out.${one}`))
  // Organisers who are not coordinators see their own events alone.
  const isOwn = member.party === null || c.req.query('whose') === 'mine'
  const wanted = { organiserId: isOwn ? member.id : null, after: null, now, max: allMax }
  const every = ['past', 'coming', 'draft'] as const
  const asked = every.filter((one) => one === c.req.query('which'))
  const rows = []
  for (const which of asked.length > 0 ? asked : every)
    for (const one of await officeEvents(db, { ...wanted, which }))
      rows.push([
        ...[inLanguage(one.title, language), localDate(one.starts_at)],
        ...[t(`programme.edit.which-${which}`), url(`/office/events/${one.id}`)],
      ])
  return downloadTable(c, { name: t('lists.file-name.events'), header, rows })
}
