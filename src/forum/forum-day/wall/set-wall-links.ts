import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import type { Db } from '../../tables.ts'
import { eventOfDay } from '../day.sql.ts'
import type { Press } from '../move-day.ts'
import { refusalOfWallLink, type WallLinkRefusal, wallLinkUntil } from './wall-link.rules.ts'
import { addWallLink, endWallLink, wallLinksOf } from './wall-links.sql.ts'

type By = Omit<Press, 'seen'>
type Made = { refusal: WallLinkRefusal } | { refusal: null; token: string }

/** Makes a link to the wall. The link itself is shown once; what is kept only recognizes it. */
export function makeWallLink(db: Db, { eventId, by, now }: By, form: { id: string; label: string }) {
  return decide(db, 'event', eventId, async (tx): Promise<Made> => {
    const event = found(await eventOfDay(tx, eventId), 'event')
    const links = (await wallLinksOf(tx, eventId, now)).length
    const refusal = refusalOfWallLink({ event, links, now })
    if (refusal) return { refusal }
    const token = newToken()
    const row = { id: form.id, event_id: eventId, token_hash: hashOf(token), label: form.label }
    const times = { made_by: by.id, created_at: now, until: wallLinkUntil(event), ended_at: null }
    if (!(await addWallLink(tx, { ...row, ...times }))) return { refusal: 'made-already' }
    const detail = { label: form.label }
    await record(tx, { what: 'wall-link-made', by: by.id, about: eventId, at: now, detail })
    return { refusal: null, token }
  })
}

/** Ends a link to the wall; one that has ended already stays so. */
export function endLinkToWall(db: Db, { eventId, by, now }: By, id: string): Promise<void> {
  return decide(db, 'event', eventId, async (tx) => {
    if (!(await endWallLink(tx, { eventId, id, now }))) return
    await record(tx, { what: 'wall-link-ended', by: by.id, about: eventId, at: now, detail: { link: id } })
  })
}
