import type { CardFields, CardKind, SentEdit } from './device.ts'

/** A field of a sent form; '' where there is none. */
type Of = (name: string) => string

/** Who sends it, and with which new ids. */
export interface Sender {
  newId: () => string
  device: string
  at: string
  language: string
}

/**
 * What a form on a table's page means, the same on the server and on a device without a net. What the fields hold is
 * checked by whoever receives it.
 */
export function editsFromForm(of: Of, sender: Sender): SentEdit[] {
  const was = readFields(of('was'))
  const edit = (now: CardFields): SentEdit => ({
    ...{ nonce: of('nonce') || sender.newId(), card: of('card') || sender.newId(), base: of('base') || null },
    ...{ was, now, settles: of('settles').split(' ').filter(Boolean) },
    ...{ language: of('language') || sender.language, device: sender.device, at: sender.at },
  })
  const act = of('do')
  if (act === 'write' || act === 'change') return [edit(written(of, was))]
  if (!was) return []
  if (act === 'remove' || act === 'bring-back') return [edit({ ...was, takenAway: act === 'remove' })]
  if (act === 'keep') return [edit(was)]
  const other = { ...was, words: of('words'), whoCould: of('whoCould') || null }
  if (act === 'take') return [edit(other)]
  if (act !== 'split') return []
  const second = {
    ...edit(other),
    nonce: of('nonce2') || sender.newId(),
    card: of('card2') || sender.newId(),
  }
  return [edit(was), { ...second, base: null, was: null, settles: [] }]
}

function written(of: Of, was: CardFields | null): CardFields {
  const kind = of('kind') as CardKind
  return {
    round: Number(of('round')),
    kind,
    words: tidyWords(of('words')),
    whoCould: kind === 'proposal' ? tidyWords(of('whoCould')) || null : null,
    takenAway: was?.takenAway ?? false,
  }
}

/** Line ends become one sign, and spaces at the ends go: what is sent twice must read the same. */
export const tidyWords = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

/** How the card was when its form was made; null on a new one. Nothing is believed here: the receiver checks it. */
function readFields(json: string): CardFields | null {
  if (!json) return null
  try {
    return JSON.parse(json) as CardFields
  } catch {
    return null
  }
}
