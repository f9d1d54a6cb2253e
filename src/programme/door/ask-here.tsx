import type { Context } from 'hono'
import type { Answered } from '#platform/form.ts'
import { readFields, type VisitEnv } from '#platform/http.ts'
import { askAtDoor, askedAtDoor, type AtDoor } from '../questions/ask-at-door.ts'
import { AskPage } from '../questions/ask.page.tsx'
import type { Db } from '../tables.ts'
import type { DoorPlace } from './door-place.ts'

type C = Context<VisitEnv>

/** What a steward asks whoever has just been let in. */
export const showAsk = async (db: Db, c: C, place: DoorPlace) => c.html(await page(db, c, place))

export async function takeAnswers(db: Db, c: C, place: DoorPlace) {
  const fields = await readFields(c)
  const mistakes = await askAtDoor(db, atDoor(c, place), fields, c.var.now)
  if (mistakes) return c.html(await page(db, c, place, { filled: fields, mistakes }), 422)
  return c.redirect(c.var.to(place.base), 303)
}

const atDoor = (c: C, { event, keeper }: DoorPlace): AtDoor => ({
  ...{ eventId: event.id, signUpId: c.req.param('comer') ?? '' },
  asker: { person: keeper.person, steward: keeper.steward && keeper.label },
})

async function page(db: Db, c: C, place: DoorPlace, answered: Answered = {}) {
  const { name, questions } = await askedAtDoor(db, atDoor(c, place))
  const trail = [{ href: c.var.to(place.base), label: c.var.t('questions.ask.door') }]
  return <AskPage {...{ visit: c.var, event: place.event, name, questions, trail }} {...answered} />
}
