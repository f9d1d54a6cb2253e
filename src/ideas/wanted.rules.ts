import { type IdeaState, ideaStates } from './idea.rules.ts'

export const orders = ['newest', 'supported', 'answered', 'longest'] as const
export type Order = (typeof orders)[number]

/** What somebody looks for in the list. */
export interface Wanted {
  words: string
  state: IdeaState | ''
  /** The address of a theme. */
  theme: string
  place: string
  order: Order
}

const wordsMax = 100

const short = (text: string | undefined): string => (text ?? '').trim().slice(0, wordsMax)

/** What an address asks for; what it cannot mean is left out. */
export function wantedFrom(asked: (name: string) => string | undefined): Wanted {
  const state = ideaStates.find((one) => one === asked('state')) ?? ''
  const order = orders.find((one) => one === asked('order')) ?? 'newest'
  const place = short(asked('place')).replaceAll('|', ' ')
  return { words: short(asked('q')), state, theme: short(asked('theme')), place, order }
}
