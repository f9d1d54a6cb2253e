import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { partyStandings, refusalToStand, type StandingRefusal } from './party-standing.rules.ts'
import { addStanding, partiesInOrder, standings } from './standings.sql.ts'
import type { Db, Reads } from './tables.ts'

const reasonMax = 1000

export const StandingForm = z.object({
  /** The party's key. */
  party: z.string(),
  to: z.enum(partyStandings, 'platform.form.choose'),
  from_day: date,
  reason: texts(reasonMax, 'people.parties.reason-missing'),
})
export type StandingForm = z.output<typeof StandingForm>

/** When it is, and what people cannot know: the latest day on which the parties were asked about what still waits. */
export interface Saying {
  now: Instant
  lastAskedOn: (tx: Reads) => Promise<string | null>
}

/** A party says that it pauses, comes back or leaves. Null means it is written down. */
export async function changeStanding(db: Db, by: Member, form: StandingForm, saying: Saying) {
  const { now, lastAskedOn } = saying
  const parties = await partiesInOrder(db)
  const party = found(
    parties.find(({ key }) => key === form.party),
    'party',
  )
  const own = found(by.party, 'party')
  // All parties stand in line at the same row, so that two that leave at once don't each count on the other.
  const line = found(parties[0], 'party')
  return decide(db, 'party', line.id, async (tx): Promise<StandingRefusal | null> => {
    const wanted = {
      to: form.to,
      fromDay: form.from_day,
      today: localDate(now),
      askedOn: await lastAskedOn(tx),
    }
    const refusal = refusalToStand({ ownParty: own.id, party: party.id, ...wanted, all: await standings(tx) })
    if (refusal) return refusal

    const step = { partyId: party.id, standing: form.to, fromDay: form.from_day, reason: form.reason }
    await addStanding(tx, { ...step, by: by.id, now })
    const detail = { standing: form.to, from: form.from_day }
    await record(tx, { what: 'party-standing-said', by: by.id, about: party.id, at: now, detail })
    return null
  })
}
