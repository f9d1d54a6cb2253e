import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type EditRefusal, isAwaited, mustBeTold, mustSayWhy, refusalToEdit } from './change-event.rules.ts'
import { addChange } from './changes/changes.sql.ts'
import { columnsOf } from './create-event.ts'
import type { EventForm } from './event-form.ts'
import { eventWithId } from './events.sql.ts'
import { changeEvent, keepNeedsUntil } from './office-events.sql.ts'
import { retitleMaterials } from './library/search-texts.ts'
import { moveWiping } from './questions/index.ts'
import { seriesWithKey } from './series.sql.ts'
import { setOrganisers } from './set-organisers.ts'
import { moveUp } from './sign-up/index.ts'
import type { Letters } from './sign-up/letters.ts'
import { needsWipedOn } from './sign-up/sign-up.ts'
import { tellSignedUp } from './sign-up/tell-signed-up.ts'
import type { Db } from './tables.ts'

/**
 * Changes an event. Those who are coming or waiting are told when it concerns when, where or what, and more
 * seats go to those who wait.
 */
export function editEvent(db: Db, by: Member, id: string, form: EventForm, letters: Letters) {
  return decide(db, 'event', id, async (tx): Promise<EditRefusal | null> => {
    const { now, url } = letters
    const { reason } = form
    const before = found(await eventWithId(tx, id), 'event')
    // The form speaks of the room; whoever is invited beyond it is invited still.
    const after = { ...form, capacity: form.capacity + before.over_invited }
    const refusal = refusalToEdit({ before, after, seen: form.seen ?? '', now, reason })
    if (refusal) return refusal

    const isNews = mustBeTold(before, form)
    const series = found(await seriesWithKey(tx, form.series), 'series')
    const sequence = before.sequence + (isNews ? 1 : 0)
    await changeEvent(tx, id, { ...columnsOf(after, series), sequence, changed_at: now })
    const event = found(await eventWithId(tx, id), 'event')
    if (before.ends_at !== form.ends_at) {
      await keepNeedsUntil(tx, id, needsWipedOn(form))
      await moveWiping(tx, event)
    }
    await retitleMaterials(tx, id, form.title)
    await setOrganisers(tx, event, form.organisers, { by, now, url })
    const isTold = mustSayWhy(before, form, now)
    const detail = { toldCalendars: isNews, ...(isTold && { reason }) }
    await record(tx, { what: 'event-edited', by: by.id, about: id, at: now, detail })
    if (isTold) await addChange(tx, { event: before, after: form, reason, by: by.id, at: now })
    if (!isAwaited(event, now)) return null

    if (isNews) await tellSignedUp(tx, id, { kind: 'changed', reason }, letters)
    await moveUp(tx, id, letters)
    return null
  })
}
