import { json, transact } from '#platform/db.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Instant } from '#platform/time.ts'
import { workApart } from '#platform/work-apart.ts'
import { priorEncounters } from '../encounters/prior-encounters.ts'
import type { Person } from '../seating/problem.ts'
import type { Reseated } from '../seating/reseat.ts'
import type { SentToReseat } from '../seating/reseat.worker.ts'
import type { Forum } from '../seating-plan/index.ts'
import type { Db } from '../tables.ts'
import type { ReseatingProposal } from './proposal.ts'
import { type ProposeRefusal, refusalToPropose, whoCouldHost } from './reseating.rules.ts'
import { addReseating } from './reseating.sql.ts'

export interface Chosen {
  /** The last round that is over, or runs; 0 before the first. */
  afterRound: number
  away: readonly string[]
  seated: readonly string[]
}

// Longer would not find fewer changes; people stand and wait.
const seconds = 1.5

/** Those with a seat in a round to come, and those with none. */
export function seatedAfter({ seats, people }: Forum, afterRound: number) {
  const told = new Set(seats.filter(({ round }) => round > afterRound).map((seat) => seat.sign_up_id))
  return {
    seated: people.filter(({ id }) => told.has(id)),
    seatless: people.filter(({ id }) => !told.has(id)),
  }
}

/**
 * Works out who sits where from now on with as few changes as can be, in a thread of its own, and keeps that to be looked
 * at. No seat changes yet; the proposal remembers from which seats it was made.
 */
export async function proposeReseating(db: Db, by: Member, forum: Forum, chosen: Chosen, now: Instant) {
  const { seated, seatless } = seatedAfter(forum, chosen.afterRound)
  const away = seated.filter(({ id }) => chosen.away.includes(id)).map(({ id }) => id)
  const fresh = seatless.filter(({ id }) => chosen.seated.includes(id)).map(({ id }) => id)
  const refusal: ProposeRefusal | null = refusalToPropose({
    ...{ rounds: forum.rounds.length, afterRound: chosen.afterRound, told: seated.length },
    ...{ away: away.length, seated: fresh.length },
  })
  if (refusal) return refusal
  const begun = performance.now()
  const told = new Set(seated.map(({ id }) => id))
  const sent = await askedOf(db, forum, { afterRound: chosen.afterRound, away, fresh, told })
  const found = await workApart<Reseated>('forum/seating/reseat.worker.ts', sent)
  const proposal = proposalFrom(forum, chosen.afterRound, { away, fresh, found })
  const row = {
    ...{ id: newId(), event_id: forum.eventId, version: forum.seating.version, made_by: by.id, made_at: now },
    ...{ after_round: chosen.afterRound, taken_by: null, taken_at: null },
    proposal: json({ ...proposal, milliseconds: Math.round(performance.now() - begun) }),
  }
  await transact(db, (tx) => addReseating(tx, row))
  return null
}

interface Asked {
  afterRound: number
  away: readonly string[]
  fresh: readonly string[]
  told: ReadonlySet<string>
}

/** The question as the seating reads it: only those who were told a seat, and beside them those who came. */
async function askedOf(
  db: Db,
  forum: Forum,
  { afterRound, away, fresh, told }: Asked,
): Promise<SentToReseat> {
  const { problem, schedule, eventId, seating } = forum
  const known = (id: string): boolean => told.has(id) || fresh.includes(id)
  const met = await priorEncounters(db, eventId)
  const walkIns: Person[] = problem.people.filter(({ id }) => fresh.includes(id))
  return {
    problem: {
      ...problem,
      people: problem.people.filter(({ id }) => told.has(id)),
      priorEncounters: met.filter(([one, other]) => known(one) && known(other)),
    },
    base: schedule.map((tables) => tables.map((ids) => ids.filter(known))),
    event: { afterRound: afterRound - 1, noShows: [...away], walkIns },
    ...{ seconds, seed: seating.seed },
  }
}

interface Found {
  away: string[]
  fresh: string[]
  found: Reseated
}

function proposalFrom(
  forum: Forum,
  afterRound: number,
  { away, fresh, found }: Found,
): Omit<ReseatingProposal, 'milliseconds'> {
  const { tables } = forum
  const { report } = found
  const numberAt = (index: number): number => tables[index]?.number ?? 0
  const seats = found.rounds.flatMap((atTables, round) =>
    round < afterRound
      ? []
      : atTables.flatMap((ids, index) =>
          ids.map((signUpId) => ({ round: round + 1, table: numberAt(index), signUpId })),
        ),
  )
  return {
    ...{ away, seated: fresh, seats, toldSeats: report.toldSeats },
    moved: report.moved.map(({ round, person, from, to }) => ({
      ...{ round: round + 1, signUpId: person, from: numberAt(from), to: numberAt(to) },
    })),
    notMet: [...report.impossible, ...report.missed].map((one) => ({ ...one, round: one.round + 1 })),
    ...{ sectorDeviation: report.coming.sectorDeviation, repeats: report.repeats },
    leastRepeats: report.leastRepeats,
    hostless: hostless(forum, away, seats),
  }
}

/** Tables whose host is away, with somebody who sits there next and could take over. */
function hostless(
  { people, problem, tables, seats }: Forum,
  away: readonly string[],
  next: ReseatingProposal['seats'],
) {
  const speaks = new Map(problem.people.map((one) => [one.id, one.speaks]))
  const parts = new Map(people.map((one) => [one.id, one.part ?? 'guest']))
  return people
    .filter(({ id, part }) => part === 'host' && away.includes(id))
    .flatMap(({ id, fixed_table }) => {
      const home = fixed_table ?? seats.findLast(({ sign_up_id }) => sign_up_id === id)?.table_id
      const table = tables.find((one) => one.id === home)?.number
      if (table === undefined) return []
      const here = next.filter((seat) => seat.table === table)
      // Another host stays where they are, and whoever sits at this table first can begin at once.
      const first = Math.min(...here.map(({ round }) => round))
      const could = here
        .filter(({ round, signUpId }) => round === first && parts.get(signUpId) !== 'host')
        .map(({ signUpId }) => ({
          ...{ id: signUpId, part: parts.get(signUpId) ?? 'guest', speaks: speaks.get(signUpId) ?? [] },
          rounds: here.filter((seat) => seat.signUpId === signUpId).length,
        }))
      return [{ table, wasHost: id, couldHost: whoCouldHost(could) }]
    })
}
