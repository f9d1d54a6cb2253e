import type { Words } from '#platform/words.ts'
import type { SignUpRow } from '../tables.ts'
import { takesSeat } from './sign-up.rules.ts'

type One = Pick<SignUpRow, 'id' | 'name' | 'named' | 'state'>

/** Of a group, who has the seats and who waits: "4 seats: yours, Juan, Ana and one unnamed". */
export function whoHasSeats(t: Words, group: readonly One[], readerId: string): string[] {
  const seats = group.filter(({ state }) => takesSeat(state))
  const waiting = group.filter(({ state }) => state === 'waiting')
  return [
    ...(seats.length > 0
      ? [t('sign-up.who.seats', { seats: seats.length, who: namesOf(t, seats, readerId) })]
      : []),
    ...(waiting.length > 0
      ? [t('sign-up.who.waiting', { waiting: waiting.length, who: namesOf(t, waiting, readerId) })]
      : []),
  ]
}

/** The reader first, then those who have a name, then how many have none yet. */
function namesOf(t: Words, group: readonly One[], readerId: string): string {
  const others = group.filter(({ id }) => id !== readerId)
  const unnamed = others.filter(({ named }) => named === 0).length
  const names = [
    ...(others.length < group.length ? [t('sign-up.who.you')] : []),
    ...others.flatMap(({ named, name }) => (named === 1 ? [name] : [])),
    ...(unnamed > 0 ? [t('sign-up.who.unnamed', { unnamed })] : []),
  ]
  return new Intl.ListFormat(t.language, { type: 'conjunction' }).format(names)
}
