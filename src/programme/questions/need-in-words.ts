import type { Words } from '#platform/words.ts'
import { interpretation, interpreterNeeds } from './needs.rules.ts'
import type { Need } from './tables.ts'

const isInterpreter = (need: Need): need is (typeof interpreterNeeds)[number] =>
  interpreterNeeds.some((one) => one === need)

/** A need as a host reads it: "step-free access", "interpreter sv–es". */
export function needInWords(t: Words, need: Need, spoken = ''): string {
  if (!isInterpreter(need)) return t(`needs.what.${need}`)
  return interpreterInWords(t, interpretation(need, spoken) ?? need.slice(-2))
}

export const interpreterInWords = (t: Words, pair: string): string => t('needs.interpreter', { pair })
