import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { found, NotFound } from '#platform/errors.ts'
import type { Answered, Filled } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { eventWithId } from '../events.sql.ts'
import { organiser } from '../organiser.ts'
import { seriesWithKey } from '../series.sql.ts'
import type { LettersOf } from '../sign-up/index.ts'
import { namesToChooseFrom } from '../sign-up/names.ts'
import type { Db } from '../tables.ts'
import { readArrangers } from './arranger-form.ts'
import { lightSeries } from './arrangers.rules.ts'
import { type Arranger, arrangersOf, isRecorded } from './arrangers.sql.ts'
import { EditArrangersPage } from './edit-arrangers.page.tsx'
import { createLightEvent, readLightEvent } from './light-event.ts'
import { LightEventPage } from './light-event.page.tsx'
import { usualFor } from './light-event.rules.ts'
import { saveArrangers } from './save-arrangers.ts'

type C = Context<VisitEnv>

/** Who arranges an event together, and the short way to a lecture or an information session. */
export const arrangersRoutes = (db: Db, lettersOf: LettersOf) =>
  routes()
    .get('/office/events/:id/arrangers', organiser(db), async (c) => c.html(await arrangersPage(db, c)))
    .post('/office/events/:id/arrangers', organiser(db), async (c) => {
      const sent = await readArrangers(db, await readFields(c))
      if (!sent.ok) return c.html(await arrangersPage(db, c, sent), 422)
      const id = c.req.param('id')
      await saveArrangers(db, memberOf(c), id, sent, c.var.now)
      return c.redirect(c.var.to(`/office/events/${id}`), 303)
    })
    .get('/office/series/:key/light', coordinator, async (c) =>
      c.html(await lightPage(db, c, { filled: startsWith(c.req.param('key')) })),
    )
    .post('/office/series/:key/light', coordinator, async (c) => {
      const { key } = await lightSeriesOf(db, c)
      const by = memberOf(c)
      const sent = await readLightEvent(db, await readFields(c), { series: key, by })
      if (!sent.ok) return c.html(await lightPage(db, c, sent), 422)
      const id = await createLightEvent(db, by, sent.value, lettersOf(c))
      return c.redirect(c.var.to(`/office/events/${id}`), 303)
    })

async function arrangersPage(db: Db, c: C, answered?: Answered) {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  const arrangers = await arrangersOf(db, event.id)
  const recorded = await isRecorded(db, event.id)
  const { language } = c.var
  const filled = { ...linesOf(arrangers, language), recorded: recorded ? 'yes' : '' }
  const organisations = await namesToChooseFrom(db, language)
  return <EditArrangersPage visit={c.var} {...{ event, organisations }} {...(answered ?? { filled })} />
}

const linesOf = (arrangers: readonly Arranger[], language: C['var']['language']): Filled =>
  Object.fromEntries(
    arrangers.flatMap(({ organisation_id, name, side }, index): [string, string][] => [
      [`name_${index + 1}`, inLanguage(name, language)],
      [`side_${index + 1}`, organisation_id ? '' : side],
    ]),
  )

async function lightSeriesOf(db: Db, c: C) {
  const series = found(await seriesWithKey(db, c.req.param('key') ?? ''), 'series')
  if (!lightSeries.includes(series.key)) throw new NotFound('a short form for this series')
  return series
}

const startsWith = (seriesKey: string): Filled => {
  const { starts, minutes } = usualFor(seriesKey)
  return { id: newId(), starts, minutes: String(minutes), capacity: '40' }
}

async function lightPage(db: Db, c: C, answered: Answered) {
  const series = await lightSeriesOf(db, c)
  const organisations = await namesToChooseFrom(db, c.var.language)
  return <LightEventPage visit={c.var} {...{ series, organisations }} {...answered} />
}
