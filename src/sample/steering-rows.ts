import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { plus } from '#platform/time.ts'
import { addFirstElection, addOpenCall } from './nomination-rows.ts'
import type { Staff } from './people-rows.ts'
import { addTerm, bodyOf, type Made, type Seat } from './seat-term-rows.ts'
import { addSampleMeetings } from './steering-meeting-rows.ts'
import type { Year } from './year.ts'

/** The steering group, written one after the other as it would have happened: the database lets nothing else in. */
export async function fillSteeringGroup(tx: Made['tx'], year: Year, staff: Staff): Promise<void> {
  const by = (party: string): string => {
    const partyId = year.found.parties.get(party)
    const one = year.rows.coordinator.find((row) => row.party_id === partyId)
    return found(one?.person_id ?? staff.coordinators[0], 'coordinator')
  }
  const made = { tx, year, sample: year.content.steering, by }
  const seats = await addSeats(made)
  await addFirstElection(made, seats)
  await addDecided(made, seats)
  await addOpenCall(made, seats)
  await addSampleMeetings(made)
}

async function addSeats({ tx, year, sample, by }: Made): Promise<Seat[]> {
  const at = year.moment(-330, '09:00')
  const seats = sample.seats.map((one, index) => ({ id: year.id(plus(at, { seconds: index })), sample: one }))
  for (const [index, { id, sample: one }] of seats.entries())
    await tx
      .insertInto('steering_seat')
      .values({
        ...{ id, party_id: found(year.found.parties.get(one.party), 'party'), body: bodyOf(one) },
        ...{ position: index + 1, category: json(one.category ?? {}), is_elected: one.elected ? 1 : 0 },
        ...{ changed_by: by(one.party), changed_at: at, ended_on: null },
      })
      .execute()
  return seats
}

async function addDecided(made: Made, seats: readonly Seat[]): Promise<void> {
  for (const seat of seats.filter(({ sample }) => sample.party === 'city')) {
    const { holders, deputy } = seat.sample
    for (const one of holders) await addTerm(made, seat, one, { kind: 'member', nomination_id: null })
    if (deputy) await addTerm(made, seat, deputy, { kind: 'deputy', nomination_id: null })
  }
}
