/** What a machine sees in a comment, so that whoever reads it looks twice. */
export type Noticed = 'personal-number' | 'threat'

const tenDigits =
  /(?<!\d)(?:19|20)?(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))[-+ ]?(\d{4})(?!\d)/g

/** Swedish personal and coordination numbers end in a check digit, so dates and telephone numbers are rarely taken for one. */
function isPersonalNumber(ten: string): boolean {
  const sum = Array.from(ten)
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0)
  return sum % 10 === 0
}

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
  for (const [, birth = '', last = ''] of text.matchAll(tenDigits))
    if (isPersonalNumber(birth + last)) return 'personal-number'
  return threats.some((one) => one.test(text)) ? 'threat' : null
}
