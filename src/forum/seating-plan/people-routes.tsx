import type { Context } from 'hono'
import * as z from 'zod'
import { memberOf } from '#people/index.ts'
import { found } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { searchText } from '#platform/search.ts'
import type { Db } from '../tables.ts'
import { unseatedIn } from './board.ts'
import { belongsTo, filtered, type PeoplePart, peopleParts } from './people-filter.rules.ts'
import { PeoplePage } from './people.page.tsx'
import { PersonPage } from './person.page.tsx'
import { forumIn, idIn, toBoard } from './in-address.ts'
import { makeHost } from './make-host.ts'
import { parts, PersonForm, setPerson } from './set-person.ts'

type C = Context<VisitEnv>

const path = '/office/events/:id/seating/people'
const perPage = 50

const Filter = z.object({
  part: z.enum(peopleParts).catch('all'),
  q: z
    .string()
    .catch('')
    .transform((text) => searchText(text)),
  sector: z.string().catch(''),
  from: z.coerce.number().int().min(0).catch(0),
})

/** Who comes, and what the seating knows of each. */
export const peopleRoutes = (db: Db, organiser: Guard, untilOver: Guard) =>
  routes()
    .route('/', hostRoutes(db, organiser, untilOver))
    .get(path, organiser, async (c) => c.html(await peoplePage(db, c)))
    .get(`${path}/:person`, organiser, async (c) => c.html(await personPage(db, c)))
    .post(`${path}/:person`, organiser, untilOver, async (c) => {
      const page = await personFacts(db, c)
      const form = await readForm(c, PersonForm)
      if (!form.ok) return c.html(<PersonPage {...page} {...form} />, 422)
      const of = { eventId: idIn(c), signUp: page.person.id }
      const refusal = await setPerson(db, memberOf(c), of, form.value, c.var.now)
      if (!refusal) return c.redirect(c.var.to(path.replace(':id', idIn(c))), 303)
      const answered = { filled: await readFields(c), refusal: `seating.refusal.${refusal}` }
      return c.html(<PersonPage {...page} {...answered} />, 409)
    })

/** "Make Kim the host of table 4", with one press on the board. */
const hostRoutes = (db: Db, organiser: Guard, untilOver: Guard) =>
  routes().post(`${path}/:person/host`, organiser, untilOver, async (c) => {
    const { person } = await personFacts(db, c)
    const table = Number((await readFields(c))['table'])
    const refusal = await makeHost(db, memberOf(c), idIn(c), { signUp: person.id, table }, c.var.now)
    if (!refusal) return toBoard(c)
    return c.html(await personPage(db, c, { refusal: `seating.refusal.${refusal}` }), 409)
  })

async function peoplePage(db: Db, c: C) {
  const { event, forum } = await forumIn(db, c)
  const { from, ...filter } = Filter.parse(c.req.query())
  const unseated = new Set(unseatedIn(forum).map(({ person }) => person.id))
  const all = filtered(forum.people, filter, unseated)
  const counts = Object.fromEntries(
    peopleParts.map((part) => [
      part,
      forum.people.filter((person) => belongsTo(part, person, unseated.has(person.id))).length,
    ]),
  ) as Record<PeoplePart, number>
  const sectors = [...new Set(forum.people.map(({ capacity }) => capacity))].sort()
  const next = from + perPage < all.length ? String(from + perPage) : null
  return (
    <PeoplePage
      visit={c.var}
      {...{ event, forum, filter, counts, sectors, next }}
      people={all.slice(from, from + perPage)}
      found={all.length}
    />
  )
}

async function personFacts(db: Db, c: C) {
  const { event, forum } = await forumIn(db, c)
  const id = c.req.param('person') ?? ''
  const person = found(
    forum.people.find((one) => one.id === id),
    'somebody with a seat',
  )
  const part = parts.find((one) => one === c.req.query('part'))
  const table = forum.tables.find(({ number }) => String(number) === c.req.query('table'))?.id
  return { visit: c.var, event, forum, person, proposed: { part, table } }
}

async function personPage(db: Db, c: C, answered: Answered = {}) {
  return <PersonPage {...await personFacts(db, c)} {...answered} />
}
