import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import { type Answered, checkForm } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { plus } from '#platform/time.ts'
import { type EventLine, eventLines, eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import type { Db } from '../tables.ts'
import { EditChainPage } from './edit-chain.page.tsx'
import { addSurvey, linkEvents, type Linking, SurveyForm, unlinkSteps } from './link-steps.ts'
import { chainOf, isPublic } from './load-chain.ts'

type C = Context<VisitEnv>

/** Where an event's place in a chain is set, from the desk of any event in it. */
export const chainRoutes = (db: Db) =>
  routes()
    .get('/office/events/:id/chain', organiser(db), async (c) => c.html(await chainPage(db, c)))
    .post('/office/events/:id/chain', organiser(db), async (c) => {
      const fields = await readFields(c)
      const linking = { db, by: memberOf(c), eventId: c.req.param('id'), now: c.var.now }
      if (fields['do'] === 'unlink') {
        await unlinkSteps(linking, String(fields['other']))
        return c.redirect(deskAfter(c, 'unlinked'), 303)
      }
      const answered = await (fields['do'] === 'survey' ? survey(c, linking) : link(db, c, linking))
      if (answered === null) return c.redirect(deskAfter(c, 'linked'), 303)
      return c.html(await chainPage(db, c, answered), answered.refusal ? 409 : 422)
    })

async function survey(c: C, linking: Linking): Promise<Answered | null> {
  const filled = await readFields(c)
  const form = checkForm(filled, SurveyForm)
  if (!form.ok) return form
  const refusal = await addSurvey(linking, form.value)
  // Sent twice: it is there already.
  return refusal && refusal !== 'already' ? { filled, refusal: `chains.refusal.${refusal}` } : null
}

async function link(db: Db, c: C, linking: Linking): Promise<Answered | null> {
  const filled = await readFields(c)
  const side = filled['side'] === 'after' ? 'after' : 'before'
  const field = `other-${side}`
  const other = filled[field]
  if (!other) return { filled, mistakes: { [field]: 'chains.mistake.other' } }
  // Only what stands in the list, so that nobody learns of what is not theirs to see.
  const known = found(
    (await toChooseFrom(db, c)).find(({ id }) => id === other),
    'event to link',
  )
  const refusal = await linkEvents(linking, known.id, side)
  return refusal && { filled, refusal: `chains.refusal.${refusal}` }
}

const deskAfter = (c: C, done: 'linked' | 'unlinked'): string =>
  c.var.to(`/office/events/${c.req.param('id')}/chain?done=${done}`)

async function chainPage(db: Db, c: C, answered: Answered = {}) {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  const mine = await own(db, c)
  const chain = await chainOf(db, event.id, (one) => one.id === event.id || isPublic(one) || mine(one))
  const others = (await toChooseFrom(db, c)).filter(({ id }) => id !== event.id)
  const done = (['linked', 'unlinked'] as const).find((one) => one === c.req.query('done'))
  const page = {
    ...{ event, chain, done, newId: newId() },
    earlier: others.filter(({ starts_at }) => starts_at <= event.starts_at).toReversed(),
    later: others.filter(({ starts_at }) => starts_at >= event.starts_at),
  }
  return <EditChainPage visit={c.var} {...page} {...answered} />
}

/** Whether whoever visits looks after an event: coordinators do after all of them. */
async function own(db: Db, c: C): Promise<(event: EventLine) => boolean> {
  const member = memberOf(c)
  if (member.party) return () => true
  const query = db.selectFrom('event_organiser').select('event_id').where('person_id', '=', member.id)
  const ids = new Set((await query.execute()).map(({ event_id }) => event_id))
  return ({ id }) => ids.has(id)
}

const daysAround = 400
const choicesMax = 500

/** Events of about a year before and after now that may be linked: public ones, and those one looks after. */
async function toChooseFrom(db: Db, c: C): Promise<EventLine[]> {
  const mine = await own(db, c)
  const query = eventLines(db)
    .where('event.cancelled_at', 'is', null)
    .where('event.starts_at', '>', plus(c.var.now, { days: -daysAround }))
    .where('event.starts_at', '<', plus(c.var.now, { days: daysAround }))
  const rows = await query.orderBy('event.starts_at').orderBy('event.id').limit(choicesMax).execute()
  return rows.filter((one) => isPublic(one) || mine(one))
}
