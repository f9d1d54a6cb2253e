import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { datePlus, type Instant, instantAt, localDate } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import type { Db } from '../tables.ts'
import { refusalOfSteward, type StewardRefusal } from './steward.rules.ts'
import { addStewardLink, endLinkOf, stewardLinkWithId } from './stewards.sql.ts'

export const StewardForm = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('make'),
    id: z.uuid(),
    label: line(80, 'steward.label-missing'),
    until: z.iso.date('steward.until-missing'),
    mayWriteUp: z.literal('yes').optional(),
  }),
  z.object({ do: z.literal('end'), steward: z.uuid() }),
])
export type StewardForm = z.output<typeof StewardForm>

/** The last day on which a steward's link works unless something else is said: the day after the event. */
export const lastDayByDefault = ({ ends_at }: { ends_at: Instant }): string => datePlus(localDate(ends_at), 1)

type Made = { refusal: StewardRefusal } | { refusal: null; token: string | null }

/** Makes a link to the door, or ends one. The link itself is shown once; we keep only what recognizes it. */
export function setStewards(db: Db, eventId: string, form: StewardForm, by: Member, now: Instant) {
  return decide(db, 'event', eventId, async (tx): Promise<Made> => {
    const event = found(await eventWithId(tx, eventId), 'event')
    if (form.do === 'end') {
      const hasEnded = await endLinkOf(tx, event.id, form.steward, now)
      const detail = { steward: form.steward }
      if (hasEnded)
        await record(tx, { what: 'steward-link-ended', by: by.id, about: event.id, at: now, detail })
      return { refusal: null, token: null }
    }
    if (await stewardLinkWithId(tx, form.id)) return { refusal: 'made-already' }
    const until = instantAt(datePlus(form.until, 1), '00:00')
    const refusal = refusalOfSteward(event, until, now)
    if (refusal) return { refusal }
    const token = newToken()
    await addStewardLink(tx, {
      ...{ id: form.id, event_id: event.id, token_hash: hashOf(token), label: form.label, until },
      ...{ may_write_up: form.mayWriteUp ? 1 : 0, made_by: by.id, created_at: now, ended_at: null },
    })
    const detail = { label: form.label, until }
    await record(tx, { what: 'steward-link-made', by: by.id, about: event.id, at: now, detail })
    return { refusal: null, token }
  })
}
