import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Reads } from '../tables.ts'
import { Decided } from './decided.page.tsx'
import type { AboutKind } from './meetings/about.rules.ts'
import { numberedThing } from './meetings/about.sql.ts'
import { decisionsAbout } from './meetings/meetings.sql.ts'

/** Shows on the page of a plan, a revision and the like what the group has decided about it. */
export const decidedPart =
  (db: Reads) =>
  async (visit: Visit, kind: AboutKind, id: string): Promise<Child> => {
    const decisions = await decisionsAbout(db, kind, id)
    return decisions.length > 0 ? <Decided visit={visit} decisions={decisions} /> : null
  }

/** The same for what pages know by its number. */
export const decidedAboutNumber =
  (db: Reads) =>
  async (visit: Visit, kind: 'recommendation' | 'commitment', number: number): Promise<Child> => {
    const id = await numberedThing(db, kind, number)
    return id ? decidedPart(db)(visit, kind, id) : null
  }
