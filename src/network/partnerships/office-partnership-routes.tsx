import type { Context } from 'hono'
import { coordinator, memberOf, partiesInOrder } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered, FormAnswer, Mistakes } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { inOrder } from '../directory.rules.ts'
import { organisationNamed } from '../organisations/organisations.sql.ts'
import type { Db, PartnershipRow } from '../tables.ts'
import type { Beside } from './beside.ts'
import { EditPartnershipPage } from './edit-partnership.page.tsx'
import { type Partnership, PartnershipForm } from './partnership-form.ts'
import { mistakesIn, type PartnershipState, startsWithNobody } from './partnership.rules.ts'
import { organisationsIn, partnershipWithId, type Ties, tiesOf } from './partnerships.sql.ts'
import { changePartnershipEntry, createPartnership } from './save-partnership.ts'

type C = Context<VisitEnv>

const untied: Ties = { organisationIds: [], parties: [], areas: [], goals: [], themes: [] }

/** Where coordinators begin and change partnerships, processes and networks. */
export const officePartnershipRoutes = (db: Db, beside: Beside) =>
  routes()
    .get('/office/network/partnerships/new', coordinator, async (c) =>
      c.html(await editPage(db, c, beside, { id: null })),
    )
    .post('/office/network/partnerships/new', coordinator, async (c) => {
      const form = await readPartnership(db, c, beside)
      if (!form.ok) return c.html(await editPage(db, c, beside, { id: null, ...form }), 422)
      const slug = await createPartnership(db, memberOf(c), form.value, c.var.now)
      return c.redirect(c.var.to(`/network/${slug}`), 303)
    })
    .get('/office/network/partnerships/:id', coordinator, async (c) =>
      c.html(await editPage(db, c, beside, { id: c.req.param('id') })),
    )
    .post('/office/network/partnerships/:id', coordinator, async (c) => {
      const id = c.req.param('id')
      const partnership = found(await partnershipWithId(db, id), 'partnership')
      const form = await readPartnership(db, c, beside, partnership.state)
      if (!form.ok) return c.html(await editPage(db, c, beside, { id, ...form }), 422)
      const done = await changePartnershipEntry(db, memberOf(c), id, form.value, c.var.now)
      if (done.refusal === null) return c.redirect(c.var.to(`/network/${done.slug}`), 303)
      const answered = { filled: await readFields(c), refusal: `network.refusal.${done.refusal}` }
      return c.html(await editPage(db, c, beside, { id, ...answered }), 409)
    })

/** The form, for a new one or for one that there is. */
async function editPage(db: Db, c: C, beside: Beside, { id, ...answered }: Answered & { id: string | null }) {
  const { language } = c.var
  const partnership: PartnershipRow | null =
    id === null ? null : found(await partnershipWithId(db, id), 'partnership')
  const own = id === null ? { ties: untied, organisations: [] } : await tiedTo(db, id)
  const eventId = id === null ? (answered.filled?.['from_event_id'] ?? c.req.query('event')) : undefined
  const event = typeof eventId === 'string' && eventId ? await beside.eventWithId(eventId) : undefined
  const page = {
    ...{ visit: c.var, partnership, ties: own.ties, ...answered },
    organisations: inOrder(own.organisations, language),
    choices: {
      parties: await partiesInOrder(db),
      themes: await beside.themes(language),
      goals: await beside.goals(),
    },
    event: event && typeof eventId === 'string' ? { id: eventId, title: event.title } : null,
  }
  return <EditPartnershipPage {...page} />
}

const tiedTo = async (db: Db, id: string) => ({
  ties: await tiesOf(db, id),
  organisations: await organisationsIn(db, id),
})

/** A sent form with the organisations it names, and what does not fit together in it. */
async function readPartnership(
  db: Db,
  c: C,
  beside: Beside,
  before: PartnershipState = 'running',
): Promise<FormAnswer<Partnership>> {
  const form = await readForm(c, PartnershipForm)
  if (!form.ok) return form
  const { organisations, ...value } = form.value
  const known = await Promise.all(organisations.map((name) => organisationNamed(db, name)))
  const wrong = mistakesIn(value, localDate(c.var.now))
  const members = organisations.length + value.parties.length
  const alone = startsWithNobody({ before, after: value.state, members })
  const mistakes: Mistakes = {
    ...(alone && { organisations: 'partnerships.mistake.nobody-yet' }),
    ...Object.fromEntries(Object.entries(wrong).map(([at, what]) => [at, `partnerships.mistake.${what}`])),
    ...(known.includes(undefined) && { organisations: 'network.form.organisation-unknown' }),
  }
  if (Object.keys(mistakes).length > 0) return { ok: false, filled: await readFields(c), mistakes }
  const organisationIds = [...new Set(known.flatMap((one) => one?.id ?? []))]
  return { ok: true, value: { ...value, organisationIds, ...(await onlyKnown(db, c, beside, value)) } }
}

/** Of what was ticked, what there is: a box may be gone since the page was shown. */
async function onlyKnown(
  db: Db,
  c: C,
  beside: Beside,
  value: Pick<Partnership, 'parties' | 'goals' | 'themes' | 'from_event_id'>,
) {
  const among = (ids: readonly string[], rows: readonly { id: string }[]): string[] =>
    ids.filter((id) => rows.some((row) => row.id === id))
  const event = value.from_event_id === null ? undefined : await beside.eventWithId(value.from_event_id)
  return {
    parties: among(value.parties, await partiesInOrder(db)),
    goals: among(value.goals, await beside.goals()),
    themes: among(value.themes, await beside.themes(c.var.language)),
    from_event_id: event ? value.from_event_id : null,
  }
}
