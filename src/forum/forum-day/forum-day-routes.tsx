import { routes } from '#platform/http.ts'
import type { ForumOptions } from '../note-routes.tsx'
import type { Db } from '../tables.ts'
import { commitmentRoutes } from './commitments/commitment-routes.tsx'
import { dayRoutes } from './day-routes.tsx'
import { wallRoutes } from './wall/wall-routes.tsx'
import { Walls } from './wall/walls.ts'

/** The day itself: where it is led from, the wall, and what people promise themselves. */
export const forumDayRoutes = (db: Db, { organiser, url, clock, ending }: ForumOptions) => {
  const walls = new Walls({ db, clock, ending })
  const soon = (eventId: string): void => walls.soon(eventId)
  return routes()
    .route('/', dayRoutes(db, { organiser, soon }))
    .route('/', wallRoutes(db, walls))
    .route('/', commitmentRoutes(db, { url, soon }))
}
