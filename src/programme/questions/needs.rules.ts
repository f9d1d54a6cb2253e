import type { Need } from './tables.ts'

export const accessNeeds = [
  'step-free',
  'hearing-loop',
  'sign-language',
  'speech-to-text',
  'assistant',
  'quiet-room',
] as const satisfies readonly Need[]
export const interpreterNeeds = [
  'interpreter-sv',
  'interpreter-en',
  'interpreter-es',
] as const satisfies readonly Need[]
export const diets = [
  'vegetarian',
  'vegan',
  'gluten-free',
  'lactose-free',
  'halal',
  'nut-allergy',
] as const satisfies readonly Need[]

/** What one person needs, without saying who. */
export interface NeedsOfOne {
  boxes: readonly Need[]
  access: string | null
  interpretation: string | null
  diet: string | null
}

/** From what is spoken at an event, as in 'sv,en', to the language of a box, as in 'sv/en–es'. Null: nothing to do. */
export function interpretation(need: (typeof interpreterNeeds)[number], spoken: string): string | null {
  const to = need.slice(-2)
  const from = spoken.split(',').filter((one) => one !== to)
  return from.length === 0 ? null : `${from.join('/')}–${to}`
}

interface Meal {
  diets: readonly Need[]
  words: string | null
  count: number
}

interface NeedCounts {
  access: { need: (typeof accessNeeds)[number]; count: number }[]
  /** What was written in own words: the same words of several people are one row. */
  accessWords: { words: string; count: number }[]
  interpreters: { pair: string; count: number }[]
  interpretationWords: { words: string; count: number }[]
  /** One row for each kind of plate: whoever is vegan and allergic to nuts gets one plate, not two. */
  meals: Meal[]
}

/** What hosts and caterers need to know: how many of what, and nothing of whom. */
export function countNeeds(all: readonly NeedsOfOne[], spoken: string): NeedCounts {
  const count = (need: Need): number => all.filter(({ boxes }) => boxes.includes(need)).length
  const words = (field: 'access' | 'interpretation') => countWords(all.flatMap((one) => one[field] ?? []))
  return {
    access: accessNeeds.map((need) => ({ need, count: count(need) })).filter((one) => one.count > 0),
    accessWords: words('access'),
    interpreters: interpreterNeeds
      .map((need) => ({ pair: interpretation(need, spoken) ?? need.slice(-2), count: count(need) }))
      .filter((one) => one.count > 0),
    interpretationWords: words('interpretation'),
    meals: mealsOf(all),
  }
}

/** Words that differ in nothing but capitals and spaces are the same; they are shown as they were first written. */
function countWords(all: readonly string[]): { words: string; count: number }[] {
  const alike = Map.groupBy(all, sameWords)
  return [...alike.values()]
    .flatMap(([words, ...more]) => (words === undefined ? [] : [{ words, count: more.length + 1 }]))
    .toSorted((a, b) => a.words.localeCompare(b.words))
}

const sameWords = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, ' ').trim()

function mealsOf(all: readonly NeedsOfOne[]): Meal[] {
  const meals = new Map<string, Meal>()
  for (const { boxes, diet } of all) {
    const chosen = diets.filter((one) => boxes.includes(one))
    if (chosen.length === 0 && !diet) continue
    const key = `${chosen.join(',')}|${sameWords(diet ?? '')}`
    const known = meals.get(key)
    if (known) known.count += 1
    else meals.set(key, { diets: chosen, words: diet, count: 1 })
  }
  return [...meals.values()].sort(
    (a, b) => Number(a.words !== null) - Number(b.words !== null) || b.count - a.count,
  )
}
