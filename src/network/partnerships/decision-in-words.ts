import { dateInWords } from '#platform/dates.ts'
import type { Words } from '#platform/words.ts'

interface Decision {
  decision_body: string | null
  decision_on: string | null
  decision_paragraph: string | null
}

/** "Kommunstyrelsen, 18 aug. 2021, § 274". */
export function decisionInWords(
  t: Words,
  { decision_body, decision_on, decision_paragraph }: Decision,
): string {
  const paragraph = decision_paragraph && `§\u00A0${decision_paragraph.replace(/^§\s*/, '')}`
  return [decision_body, decision_on && dateInWords(t.language, decision_on), paragraph]
    .filter(Boolean)
    .join(', ')
}
