/**
 * Words that threaten, in three languages. The list decides nothing: it says at what a person should look twice before
 * anybody else does.
 */
const threats = [
  /(?:jag|vi) (?:ska|skall|kommer att) (?:döda|skada|slå|hitta|spränga|bränna|skjuta)\p{L}*/iu,
  /(?:du|ni|de) (?:ska|skall|kommer att|borde) (?:dö|skjutas|hängas|dödas)(?!\p{L})/iu,
  /(?<!\p{L})(?:ska|kommer att|borde)\s+(?:\S+\s+){0,3}(?:döda|skjuta|slå ihjäl|knivhugga|bränna ner)/iu,
  /(?<!\p{L})(?:vet|veta) var (?:du|ni|han|hon|de) bor(?!\p{L})/iu,
  /(?<!\p{L})(?:i|we)(?: wi|')ll (?:kill|hurt|find|burn|shoot) \p{L}+/iu,
  /(?<!\p{L})(?:will|going to|should)\s+(?:\S+\s+){0,3}(?:kill|shoot|stab|burn down)/iu,
  /(?<!\p{L})you (?:will|should|deserve to) die(?!\p{L})/iu,
  /(?<!\p{L})know where (?:you|he|she|they) lives?(?!\p{L})/iu,
  /(?<!\p{L})(?:te|os|les) (?:voy|vamos) a (?:matar|pegar|quemar|encontrar)(?!\p{L})/iu,
  /(?<!\p{L})(?:voy|vamos|van|hay que)\s+(?:\S+\s+){0,3}(?:matar|disparar|acuchillar|quemar)/iu,
  /(?<!\p{L})(?:mereces|merecen|deberían) morir(?!\p{L})/iu,
  /(?<!\p{L})sé dónde viv(?:es|e|en|ís)(?!\p{L})/iu,
]

export const threatens = (text: string): boolean => threats.some((one) => one.test(text.normalize('NFC')))
