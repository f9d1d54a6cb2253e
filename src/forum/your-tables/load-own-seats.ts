import { companionsOf } from '#programme/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import type { Reads } from '../tables.ts'
import {
  type Change,
  changesSince,
  inReadingOrder,
  type RoundState,
  statesOfRounds,
} from './your-tables.rules.ts'
import { type OwnSeat, partsAtTables, roundsOf, seatsOf, shownSeating, toldOf } from './your-tables.sql.ts'

/** One round as somebody sees it on their phone. */
export interface OwnRound {
  number: number
  minutes: number
  question: Texts | null
  state: RoundState
  /** Null for a round that this person does not sit in. */
  seat: OwnSeat | null
  hosts: string[]
  interpreters: string[]
}

export interface PersonSeated {
  id: string
  /** Empty while nobody has said who comes along. */
  name: string
  rounds: OwnRound[]
  changes: Change[]
}

/** Somebody's own tables, and those of the people who come along with them. */
export interface OwnPlaces {
  event: NonNullable<Awaited<ReturnType<typeof shownSeating>>>
  reader: PersonSeated
  companions: PersonSeated[]
}

interface Mine {
  id: string
  event_id: string
  name: string
}

/** Null until the organizers show the seats. */
export async function loadOwnSeats(db: Reads, mine: Mine, now: Instant): Promise<OwnPlaces | null> {
  const event = await shownSeating(db, mine.event_id)
  if (!event) return null
  const others = (await companionsOf(db, mine.id)).filter(({ state }) => state === 'seat')
  const ids = [mine.id, ...others.map(({ id }) => id)]
  const [rounds, seats, told, parts] = [
    await roundsOf(db, event.id),
    await seatsOf(db, ids),
    await toldOf(db, ids),
    await partsAtTables(db, event.id),
  ]
  const states = statesOfRounds(rounds, event.ends_at <= now)
  const personOf = (id: string, name: string): PersonSeated => {
    const own = seats.filter((seat) => seat.sign_up_id === id)
    return {
      ...{ id, name },
      rounds: inReadingOrder(
        rounds.map(({ number, minutes, question }): OwnRound => {
          const seat = own.find(({ round }) => round === number) ?? null
          const here = parts.filter((one) => one.round === number && one.table_id === seat?.table_id)
          const named = (part: string) => here.filter((one) => one.part === part).map((one) => one.name)
          return {
            ...{ number, minutes, question, seat, state: states.get(number) ?? 'later' },
            ...{ hosts: named('host'), interpreters: named('interpreter') },
          }
        }),
      ),
      changes: changesSince(
        told.filter((one) => one.sign_up_id === id),
        own,
        states,
      ),
    }
  }
  return {
    event,
    reader: personOf(mine.id, mine.name),
    companions: others.map(({ id, name, named }) => personOf(id, named === 1 ? name : '')),
  }
}
