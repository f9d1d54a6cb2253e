import type { EndedBecause, SignUpState } from '../../tables.ts'
import type { Instant } from '#platform/time.ts'
import { bringsOthersAlone } from '../sign-up.rules.ts'

interface One {
  id: string
  email: string | null
  state: SignUpState
  confirmed_at: Instant | null
  ended_because: EndedBecause | null
}

/**
 * accept: do you take the seat? again: do you want to come after all? confirm, confirm-waiting: is this you?
 * confirm-others: do they come whom you signed up, though you do not?
 */
export type OpenQuestion = 'accept' | 'again' | 'confirm' | 'confirm-waiting' | 'confirm-others'

/** The one question that is open about a sign-up and those whom it brings along, or null. */
export function openQuestion(signUp: One, companions: readonly One[]): OpenQuestion | null {
  const { state, confirmed_at, ended_because } = signUp
  // Of those who have a link of their own, each answers for themselves.
  const own = [signUp, ...companions.filter(({ email }) => email === null)]
  if (own.some((one) => one.state === 'offered')) return 'accept'
  if (ended_because === 'not-confirmed') return 'again'
  if (state === 'cancelled') return bringsOthersAlone(signUp, companions) ? 'confirm-others' : null
  if (confirmed_at !== null) return null
  return state === 'waiting' ? 'confirm-waiting' : 'confirm'
}
