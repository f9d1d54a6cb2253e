import fc from 'fast-check'
import { decide } from '#platform/db.ts'
import type { MailTables } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import { askingAt, readSaid } from '#programme/questions/ask-at-sign-up.ts'
import { acceptOffer } from '#programme/sign-up/own-page/accept-offer.ts'
import { changeSignUp } from '#programme/sign-up/own-page/change-sign-up.ts'
import { confirmSignUp } from '#programme/sign-up/own-page/confirm-sign-up.ts'
import { endHolds } from '#programme/sign-up/queue/end-holds.ts'
import { giveSeatBack } from '#programme/sign-up/own-page/give-seat-back.ts'
import { moveUp } from '#programme/sign-up/queue/move-up.ts'
import { nameCompanion } from '#programme/sign-up/own-page/name-companion.ts'
import { waitingLine } from '#programme/sign-up/queue.sql.ts'
import { releaseSeats } from '#programme/sign-up/queue/release-seats.ts'
import { signUp } from '#programme/sign-up/sign-up.ts'
import type { SignUpRow } from '#programme/tables.ts'
import { moveInQueue } from '#programme/waiting-list/move-in-queue.ts'
import { aRequest } from '../cast.ts'
import { lettersAt } from '../letters.ts'
import type { Hall, Picture } from './hall.ts'

// Few people, sectors and organisations, so that they meet often.
const sectors = ['resident', 'elected', 'academia'] as const
const organisations = [null, null, 'Stora Förbundet', 'Lilla Föreningen', 'Utanför Katalogen'] as const
const people = 12

/** What is done, and chance for who does it and how. */
export interface Step {
  what: keyof typeof acts
  chance: readonly [number, number, number, number]
}

/** What a step did beyond what stands in the record. */
export interface Done {
  /** Rows whose link was asked for again, so that their readers may get it once more. */
  again?: string
  moved?: { id: string; before: string | null }
}

type Act = (hall: Hall, before: Picture, chance: Step['chance']) => Promise<Done | void>

const pick = <One>(from: readonly One[], index: number): One | undefined => from[index % from.length]
const among = <One>(from: readonly [One, ...One[]], index: number): One =>
  from[index % from.length] ?? from[0]
const isOver = ({ state }: SignUpRow): boolean => state === 'cancelled'
const readers = ({ rows }: Picture): SignUpRow[] => rows.filter(({ email }) => email !== null)

const acts = {
  'sign-up': async (hall, before, [a, b, c, d]) => {
    const companions = Array.from({ length: d % 3 }, (_, index) => ({
      name: `Person ${(a + index + 1 + (b % 2)) % people}`,
      email: (c + index) % 2 === 0 ? hall.address((a + index + 1 + (b % 2)) % people) : null,
    }))
    const form = {
      ...{
        email: hall.address(a % people),
        capacity: among(sectors, b),
        organisation: among(organisations, c),
      },
      ...{ seats: Math.max(1 + ((a + b) % 3), 1 + companions.length), companions },
    }
    const request = { ...aRequest(`Person ${a % people}`, form, (b + d) % 2 === 0), from: hall.event }
    const known = before.rows.find((row) => row.email === form.email && !isOver(row))
    await signUp(hall.db, hall.event, request, lettersAt(hall.now))
    return known ? { again: known.id } : {}
  },
  confirm: async (hall, before, [a]) => {
    const row = pick(readers(before), a)
    if (row) await confirmSignUp(hall.db, row, lettersAt(hall.now))
  },
  'give-back': async (hall, before, [a, b, c]) => {
    const row = pick(readers(before), a)
    if (!row) return
    const along = before.rows.filter(({ brought_by }) => brought_by === row.id)
    const companion = b % 3 === 1 ? pick(along, c)?.id : undefined
    await giveSeatBack(hall.db, row, lettersAt(hall.now), { companion, all: b % 3 === 2 })
  },
  accept: async (hall, before, [a]) => {
    const offered = pick(
      before.rows.filter(({ state }) => state === 'offered'),
      a,
    )
    const reader = offered?.email === null ? before.rows.find(({ id }) => id === offered.brought_by) : offered
    if (reader) await acceptOffer(hall.db, reader, lettersAt(hall.now))
  },
  'pass-time': async (hall, _before, [a]) => {
    hall.now = plus(hall.now, { minutes: among([1, 31, 31, 60 * 6, 60 * 25], a) })
    await endHolds(hall.db, lettersAt(hall.now))
    await releaseSeats(hall.db, lettersAt(hall.now))
  },
  'send-mails': async ({ database, now }) => {
    const sent = { state: 'sent', sent_at: now } as const
    await database.as<MailTables>().updateTable('mail').set(sent).where('state', '=', 'waiting').execute()
  },
  move: async (hall, _before, [a, b, c]) => {
    const line = await waitingLine(hall.db, hall.event)
    const moved = pick(line, a)
    if (!moved) return {}
    const target = c % 3 === 0 ? null : (pick(line, b)?.id ?? null)
    if (target === moved.id) return {}
    const reason = 'Tolken kommer bara då.'
    const wanted = { do: 'move', signUp: moved.id, before: target, reason } as const
    const refusal = await moveInQueue(hall.db, hall.coordinator, hall.event, wanted, hall.now)
    return refusal ? {} : { moved: { id: moved.id, before: target } }
  },
  resize: async (hall, { event }, [a]) => {
    const capacity = Math.max(1, event.seats_taken + event.seats_kept, event.capacity + (a % 6) - 3)
    await decide(hall.db, 'event', hall.event, async (tx) => {
      await tx.updateTable('event').set({ capacity }).where('id', '=', hall.event).execute()
      await moveUp(tx, hall.event, lettersAt(hall.now))
    })
  },
  change: async (hall, before, [a, b, c]) => {
    const row = pick(readers(before), a)
    if (!row) return
    const about = { capacity: among(sectors, b), organisation: among(organisations, c) }
    const { seats: _, companions: __, email: ___, ...form } = aRequest(row.name, about).form
    const { said } = readSaid(await askingAt(hall.db, { id: hall.event, series_key: '' }, row), {})
    await changeSignUp(hall.db, row, { form, said }, lettersAt(hall.now))
  },
  name: async (hall, before, [a, b, c]) => {
    const row = pick(
      before.rows.filter((one) => one.brought_by !== null),
      a,
    )
    const bringer = before.rows.find(({ id }) => id === row?.brought_by)
    if (!row || !bringer) return
    const { form } = aRequest(`Person ${b % people}`)
    const named = { ...form, email: c % 2 === 0 ? hall.address(b % people) : null }
    await nameCompanion(hall.db, bringer, row.id, named, lettersAt(hall.now))
  },
  release: async (hall) => {
    await hall.db.updateTable('event').set({ kept_until: hall.now }).where('id', '=', hall.event).execute()
    await releaseSeats(hall.db, lettersAt(hall.now))
  },
} satisfies Record<string, Act>

const often = [
  'sign-up',
  'sign-up',
  'sign-up',
  'confirm',
  'confirm',
  'give-back',
  'accept',
  'pass-time',
] as const
const seldom = ['send-mails', 'move', 'resize', 'change', 'name'] as const
const anyChance = fc.nat(999)

/** One thing that may happen to an event's seats. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { arbitrary: fc.constantFrom(...often), weight: 20 },
    { arbitrary: fc.constantFrom(...seldom), weight: 10 },
    { arbitrary: fc.constant('release' as const), weight: 1 },
  ),
  chance: fc.tuple(anyChance, anyChance, anyChance, anyChance),
})

/** Does it through the actions that the pages and the clock use; what cannot be done now is left out. */
export async function take({ what, chance }: Step, hall: Hall, before: Picture): Promise<Done> {
  // Time goes on between any two things that happen.
  hall.now = plus(hall.now, { seconds: 1 })
  return (await (acts[what] as Act)(hall, before, chance)) ?? {}
}
