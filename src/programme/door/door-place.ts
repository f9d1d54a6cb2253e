import type { Context } from 'hono'
import { memberOf } from '#people/index.ts'
import type { VisitEnv } from '#platform/http.ts'
import { hashOf } from '#platform/ids.ts'
import { found } from '#platform/errors.ts'
import { eventWithId, type ProgrammeEvent } from '../events.sql.ts'
import type { Reads } from '../tables.ts'
import type { Keeper } from './keep-scans.ts'
import { stewardOfLink } from './stewards.sql.ts'

type C = Context<VisitEnv>

/** The door of one event, as somebody stands at it. */
export interface DoorPlace {
  event: ProgrammeEvent
  keeper: Keeper
  /** Its address, without the language. */
  base: string
  /** Where, below this, somebody is asked what is asked at the door. */
  ask: string
}

/** The door as an organiser stands at it. */
export async function organisersPlace(db: Reads, c: C): Promise<DoorPlace> {
  const event = found(await eventWithId(db, c.req.param('id') ?? ''), 'event')
  const { id, name, language } = memberOf(c)
  const keeper = { person: id, steward: null, label: name, language, mayWriteUp: true }
  return { event, keeper, base: `/office/events/${event.id}/door`, ask: `/office/events/${event.id}/ask` }
}

/** The door as a steward stands at it; null when the link is over, or was never one. */
export async function stewardsPlace(db: Reads, token: string, visit: C['var']): Promise<DoorPlace | null> {
  const steward = await stewardOfLink(db, hashOf(token), visit.now)
  const event = steward && (await eventWithId(db, steward.event_id))
  if (!steward || !event) return null
  const { id, label, may_write_up } = steward
  const keeper = {
    person: null,
    steward: id,
    label,
    language: visit.language,
    mayWriteUp: may_write_up === 1,
  }
  return { event, keeper, base: `/door/${token}`, ask: `/door/${token}/ask` }
}
