import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { anyone, routes, type VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import type { Db } from '../../tables.ts'
import { digestOf, wireOf } from './board.ts'
import { loadBoard, type Look, type View } from './load-board.tsx'
import { WallClosedPage } from './wall-closed.page.tsx'
import { eventOfWall } from './wall-links.sql.ts'
import { WallPage } from './wall.page.tsx'
import type { Walls } from './walls.ts'

type C = Context<VisitEnv>

/** The wall behind its link: on the projector, and on the phones of those in the room. */
export const wallRoutes = (db: Db, walls: Walls) =>
  routes()
    .get('/wall/:token', anyone, (c) => show(db, c, 'follow'))
    .get('/wall/:token/proposals', anyone, (c) =>
      show(db, c, c.req.query('kinds') === 'all' ? 'cards' : 'proposals'),
    )
    .get('/wall/:token/commitments', anyone, (c) => show(db, c, 'commitments'))
    .get('/wall/:token/stream', anyone, async (c) => {
      const event = found(await wallOf(db, c), 'wall')
      const { from, log } = c.var
      // A browser that lost the line says what it was told last.
      const seen = c.req.header('last-event-id') ?? c.req.query('seen') ?? ''
      const view = viewNamed(c.req.query('view'))
      // Whoever does not ask for a stream is told how it is now, and that is all.
      if (!c.req.header('accept')?.includes('text/event-stream')) return once(db, c, event.id, view)
      const answer = walls.listen({ eventId: event.id, look: lookOf(c, view), seen, from, log })
      return answer ?? c.text('', 503, { 'Retry-After': '30' })
    })

const views: readonly View[] = ['follow', 'proposals', 'cards', 'commitments']
const viewNamed = (text: string | undefined): View => views.find((one) => one === text) ?? 'follow'

const wallOf = (db: Db, c: C) => eventOfWall(db, hashOf(c.req.param('token') ?? ''), c.var.now)

const lookOf = (c: C, view: View): Look => ({
  ...{ view, language: c.var.language },
  promise: c.var.url(`/wall/${c.req.param('token') ?? ''}/promise`),
})

async function once(db: Db, c: C, eventId: string, view: View): Promise<Response> {
  const board = found(await boardOf(db, c, eventId, view), 'event of a wall')
  const text = wireOf([{ event: 'whole', html: board.whole() }], digestOf(board))
  return c.body(text, 200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
}

const boardOf = (db: Db, c: C, eventId: string, view: View) =>
  loadBoard(db, { eventId, look: lookOf(c, view), now: c.var.now, drawn: new Map() })

async function show(db: Db, c: C, view: View): Promise<Response> {
  const event = await wallOf(db, c)
  if (!event) return c.html(<WallClosedPage visit={c.var} />, 404)
  const board = found(await boardOf(db, c, event.id, view), 'event of a wall')
  const look = c.req.query('look') === 'light' ? 'light' : 'dark'
  const base = `/wall/${c.req.param('token') ?? ''}`
  const props = {
    title: event.title,
    base,
    view,
    look,
    board: board.whole(),
    digest: digestOf(board),
  } as const
  return c.html(<WallPage visit={c.var} {...props} />)
}
