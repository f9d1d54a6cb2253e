import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { optionalDate } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { instantAt } from '#platform/time.ts'
import { eventWithId } from '../events.sql.ts'
import { changeEvent } from '../office-events.sql.ts'
import { moveUp } from '../sign-up/index.ts'
import type { Letters } from '../sign-up/letters.ts'
import { keepSeatsFor, sectorSeats } from '../sign-up/seats.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Capacity, Db } from '../tables.ts'
import { type KeepRefusal, refusalToKeep } from './keep-seats.rules.ts'

const wrong = 'seats.form.number-wrong'
const number = z
  .union([
    z.literal('').transform(() => 0),
    z.coerce.number(wrong).int(wrong).min(0, wrong).max(100_000, wrong),
  ])
  .default(0)

/** What is kept has a day on which it is released; of a field that is itself wrong this says nothing. */
const isReleased = ({
  kept,
  until,
}: {
  kept?: object | undefined
  until?: string | null | undefined
}): boolean => until !== null || Object.values(kept ?? {}).every((count) => count === 0)

export const SeatsForm = z
  .object({
    kept: z.object(
      Object.fromEntries(capacities.map((one) => [one, number])) as Record<Capacity, typeof number>,
    ),
    until: optionalDate,
    organisation_max: number,
    over_invited: number,
  })
  .refine(isReleased, {
    error: 'seats.form.until-missing',
    path: ['until'],
    // Also when something else is wrong: all mistakes are said at once.
    when: () => true,
  })
export type SeatsForm = z.output<typeof SeatsForm>

/** In the morning, so that those who wait are told while they can answer. */
const releaseTime = '08:00'

/** Says for whom seats are kept and until when, how many one organisation may have, and how many more are invited. */
export function setSeats(
  db: Db,
  by: Member,
  eventId: string,
  form: SeatsForm,
  letters: Letters,
): Promise<KeepRefusal | null> {
  return decide(db, 'event', eventId, async (tx) => {
    const { now } = letters
    const event = found(await eventWithId(tx, eventId), 'event')
    const kept = new Map(capacities.map((one) => [one, form.kept[one]]))
    const isKept = [...kept.values()].some((count) => count > 0)
    const until = isKept && form.until !== null ? instantAt(form.until, releaseTime) : null
    const taken = new Map((await sectorSeats(tx, eventId)).map((row) => [row.capacity, row.taken]))
    const refusal = refusalToKeep(event, taken, { kept, until, over: form.over_invited, now })
    if (refusal) return refusal

    // First nothing is kept, so that what is kept afterwards is counted against the new number of seats.
    await keepSeatsFor(tx, eventId, new Map())
    await changeEvent(tx, eventId, {
      capacity: event.capacity - event.over_invited + form.over_invited,
      over_invited: form.over_invited,
      organisation_max: form.organisation_max || null,
      kept_until: until,
      released_at: null,
    })
    await keepSeatsFor(tx, eventId, kept)
    const detail = { kept: form.kept, until, organisationMax: form.organisation_max, over: form.over_invited }
    await record(tx, { what: 'seats-kept', by: by.id, about: eventId, at: now, detail })
    await moveUp(tx, eventId, letters)
    return null
  })
}
