import { instantAt } from '#platform/time.ts'
import type { Reads } from '../../tables.ts'
import type { Successor } from '../successor.sql.ts'
import { type Gathered, gatheredOf, type Source, sourcesSince } from './sources.sql.ts'

export interface GatheredSource extends Source {
  decided: Gathered | null
  /** It came after the round had closed: it is for the plan after this one, and holds nothing up. */
  isTooLate: boolean
}

/** What others gave since the plan before began, and what became of it. */
export async function loadSources(db: Reads, successor: Successor): Promise<GatheredSource[]> {
  const before = successor.after_plan_id
    ? await db
        .selectFrom('plan')
        .select('starts_on')
        .where('id', '=', successor.after_plan_id)
        .executeTakeFirst()
    : undefined
  const since = instantAt(before?.starts_on ?? '2000-01-01', '00:00')
  const [sources, decisions] = await Promise.all([sourcesSince(db, since), gatheredOf(db, successor.id)])
  const by = new Map(decisions.map((one) => [`${one.kind}.${one.source_id}`, one]))
  return sources.map((source) => ({
    ...source,
    decided: by.get(`${source.kind}.${source.id}`) ?? null,
    isTooLate: successor.closes_at !== null && source.since >= successor.closes_at,
  }))
}

export const waitsStill = ({ decided, isTooLate }: GatheredSource): boolean => decided === null && !isTooLate
