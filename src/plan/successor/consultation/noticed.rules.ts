import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { threatens } from '#platform/threats.rules.ts'

/** What a machine sees in a comment: not a judgement, only a reason for whoever reads it to look twice. */
export type Noticed = 'personal-number' | 'threat'

export function noticedIn(text: string): Noticed | null {
  if (withoutPersonalNumbers(text).found > 0) return 'personal-number'
  return threatens(text) ? 'threat' : null
}
