import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'

/** What a machine sees in a comment, so that whoever reads it looks twice. */
export type Noticed = 'personal-number' | 'threat'

/** Not a judgement: only words at which a person should look before anybody else does. */
const threats = [
  /\b(?:ska|kommer att|borde)\s+(?:\S+\s+){0,3}(?:döda|skjuta|slå ihjäl|knivhugga|bränna ner)/iu,
  /\bvet var (?:du|ni|han|hon|de) bor\b/iu,
  /\b(?:will|going to|should)\s+(?:\S+\s+){0,3}(?:kill|shoot|stab|burn down)/iu,
  /\bknow where (?:you|he|she|they) lives?\b/iu,
  /\b(?:voy|vamos|van|hay que)\s+(?:\S+\s+){0,3}(?:matar|disparar|acuchillar|quemar)/iu,
  /\bsé dónde viv(?:es|e|en|ís)\b/iu,
]

export function noticedIn(text: string): Noticed | null {
  if (withoutPersonalNumbers(text).found > 0) return 'personal-number'
  return threats.some((one) => one.test(text)) ? 'threat' : null
}
