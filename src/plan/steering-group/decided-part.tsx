import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import type { Reads } from '../tables.ts'
import { Decided, DecidedLine } from './decided.page.tsx'
import type { AboutKind } from './meetings/about.rules.ts'
import { numberedThing } from './meetings/about.sql.ts'
import { decisionsAbout, decisionsAboutAll } from './meetings/meetings.sql.ts'

/** Shows on the page of a plan, a revision and the like what the group has decided about it. */
export const decidedPart =
  (db: Reads) =>
  async (visit: Visit, kind: AboutKind, id: string): Promise<Child> => {
    const decisions = await decisionsAbout(db, kind, id)
    return decisions.length > 0 ? <Decided visit={visit} decisions={decisions} /> : null
  }

/** The same for several things on one page, by their ids: a line for each decision. */
export const decidedParts =
  (db: Reads) =>
  async (visit: Visit, kind: AboutKind, ids: readonly string[]): Promise<Map<string, Child>> => {
    const decisions = Map.groupBy(await decisionsAboutAll(db, kind, ids), ({ about_id }) => about_id ?? '')
    return new Map(
      Array.from(decisions, ([id, some]) => [
        id,
        some.map((one) => <DecidedLine visit={visit} decision={one} />),
      ]),
    )
  }

/** The same for what pages know by its number. */
export const decidedAboutNumber =
  (db: Reads) =>
  async (visit: Visit, kind: 'recommendation' | 'commitment', number: number): Promise<Child> => {
    const id = await numberedThing(db, kind, number)
    return id ? decidedPart(db)(visit, kind, id) : null
  }
