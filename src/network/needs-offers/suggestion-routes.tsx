import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, type VisitEnv } from '#platform/http.ts'
import { localDate, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { type Acting, actingHere } from './acting.ts'
import { Answering, answerSuggestion, TellingStep, tellStep } from './answer-suggestion.ts'
import { ownMatch } from './load.ts'
import { partnershipsToChooseFrom, type Step, stepsOf } from './matches.sql.ts'
import type { OwnMatch } from './own.page.tsx'
import type { Given } from './public-routes.tsx'
import { isBothOpen, meetingOf } from './suggest.ts'
import { SuggestionPage } from './suggestion.page.tsx'
import { tellingFrom } from './tell.ts'

type C = Context<VisitEnv>

async function ownSuggestion(db: Db, c: C): Promise<{ acting: Acting; own: OwnMatch }> {
  const acting = await actingHere(db, c)
  return { acting, own: found(await ownMatch(db, acting, c.req.param('id') ?? ''), 'suggestion') }
}

// A meeting that comes of an introduction is planned within half a year.
const daysAhead = 180

/** What it can have led to: partnerships that one of both is in, and meetings that began since, or will. */
async function choicesFor(db: Db, c: C, { match }: OwnMatch, { eventsBetween }: Given) {
  if (match.introduced_at === null) return { partnerships: [], events: [] }
  return {
    partnerships: await partnershipsToChooseFrom(db, [match.needs, match.offers]),
    events: await eventsBetween(match.introduced_at, plus(c.var.now, { days: daysAhead })),
  }
}

/** The meetings that steps name, where everybody may read of them. */
async function eventsOf(steps: readonly Step[], { eventWithId }: Given) {
  const ids = new Set(steps.flatMap(({ event_id }) => event_id ?? []))
  const events = await Promise.all([...ids].map(async (id) => [id, await eventWithId(id)] as const))
  return new Map(events.flatMap(([id, event]) => (event?.isSeen ? [[id, event] as const] : [])))
}

/** A suggestion as one of its sides sees it; for everybody else it is not there. */
export async function suggestionPage(db: Db, c: C, given: Given, answered: Answered = {}) {
  const { acting, own } = await ownSuggestion(db, c)
  const { match, mine, theirs } = own
  const steps = await stepsOf(db, [match.id])
  const page = {
    ...{ visit: c.var, acting, own, steps, reasons: meetingOf(mine, theirs)?.reasons ?? [] },
    ...{ isOpen: isBothOpen(match, localDate(c.var.now)), themes: await given.themes(c.var.language) },
    ...{ choices: await choicesFor(db, c, own, given), held: await eventsOf(steps, given) },
  }
  return <SuggestionPage {...page} {...answered} />
}

/** A yes or a no, or what came of an introduction. */
export async function answerAt(db: Db, c: C, given: Given): Promise<Response> {
  const { acting, own } = await ownSuggestion(db, c)
  const about = { id: own.match.id, side: own.side }
  const filled = await readFields(c)
  const said = Answering.safeParse(filled)
  let refusal: string | null
  if (said.success) refusal = await answerSuggestion(db, acting.by, about, said.data, tellingFrom(c.var))
  else {
    const form = await readForm(c, TellingStep)
    if (!form.ok) return c.html(await suggestionPage(db, c, given, form), 422)
    const { partnerships, events } = await choicesFor(db, c, own, given)
    const known = (list: readonly { id: string }[], id: string | null) =>
      list.some((one) => one.id === id) ? id : null
    const { partnership, event } = form.value
    const value = {
      ...form.value,
      ...{ partnership: known(partnerships, partnership), event: known(events, event) },
    }
    refusal = await tellStep(db, acting.by, about, value, tellingFrom(c.var))
  }
  if (!refusal) return c.redirect(c.var.to(`${acting.base}/suggestions/${about.id}`), 303)
  const answered = { filled, refusal: `needs-offers.refusal.${refusal}` }
  return c.html(await suggestionPage(db, c, given, answered), 409)
}
