import type { TableSettings } from '../../src/forum/table-notes/device.ts'
import type { SeenCard } from '../../src/forum/table-notes/device-view.ts'
import { changedWords } from '../../src/forum/table-notes/changed-words.ts'
import { say, timeOf } from '../door/settings.ts'

export const element = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`#${id}`)

const part = (root: ParentNode, name: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-part="${name}"]`)

function write(root: ParentNode, name: string, text: string): void {
  for (const one of root.querySelectorAll(`[data-part="${name}"]`)) one.textContent = text
}

export function setFields(root: ParentNode, fields: Record<string, string>): void {
  for (const [name, value] of Object.entries(fields))
    for (const input of root.querySelectorAll<HTMLInputElement>(`input[type="hidden"][name="${name}"]`))
      input.value = value
}

const pattern = (id: string): HTMLElement =>
  (document
    .querySelector<HTMLTemplateElement>(`template#${id}`)
    ?.content.firstElementChild?.cloneNode(true) ?? document.createElement('li')) as HTMLElement

/** How a card is now, as the forms about it say it. */
const wasOf = ({ round, kind, words, whoCould, takenAway }: SeenCard): string =>
  JSON.stringify({ round, kind, words, whoCould, takenAway })

export const idsOf = (card: SeenCard): Record<string, string> => ({
  ...{ card: card.id, base: card.head ?? '', was: wasOf(card) },
  settles: card.beside.map(({ nonce }) => nonce).join(' '),
})

const short = (words: string): string => {
  const line = words.replaceAll(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

function cardLine(settings: TableSettings, card: SeenCard): HTMLElement {
  const line = pattern('card-pattern')
  line.id = `card-${card.id}`
  line.dataset['kind'] = card.kind
  for (const mark of line.querySelectorAll<HTMLElement>('.card-kind'))
    if (mark.dataset['kind'] !== card.kind) mark.remove()
  write(line, 'since', timeOf(settings, card.since))
  write(line, 'waiting', card.isWaiting ? say(settings, 'waiting-card') : '')
  // Where there are two texts, they stand side by side instead.
  if (card.beside.length > 0) part(line, 'words')?.remove()
  write(line, 'words', card.words)
  if (card.language !== settings.language) part(line, 'words')?.setAttribute('lang', card.language)
  write(line, 'about', short(card.words))
  if (card.beside.length > 0) part(line, 'who')?.remove()
  write(line, 'who', card.whoCould ? say(settings, 'card.who', { who: card.whoCould }) : '')
  part(line, 'change')?.setAttribute('href', `?round=${card.round}&change=${card.id}#write`)
  if (card.beside.length > 0) showBeside(settings, line, card)
  else part(line, 'apart')?.remove()
  setFields(line, idsOf(card))
  return line
}

/** Writes a text with the words marked that the other text does not have. */
function mark(into: HTMLElement | null, text: string, other: string): void {
  into?.replaceChildren(
    ...changedWords(text, other).map((one) => {
      if (!one.differs) return one.text
      const marked = document.createElement('mark')
      marked.textContent = one.text
      return marked
    }),
  )
}

function showBeside(settings: TableSettings, line: HTMLElement, card: SeenCard): void {
  mark(part(line, 'words'), card.words, card.beside[0]?.words ?? card.words)
  for (const { words, whoCould } of card.beside) {
    const one = pattern('beside-pattern')
    mark(part(one, 'beside-words'), words, card.words)
    write(one, 'beside-who', whoCould ? say(settings, 'card.who', { who: whoCould }) : '')
    setFields(one, { words, whoCould: whoCould ?? '' })
    part(line, 'beside')?.append(one)
  }
}

function awayLine(card: SeenCard): HTMLElement {
  const line = pattern('away-pattern')
  line.id = `card-${card.id}`
  write(line, 'words', card.words)
  write(line, 'about', short(card.words))
  if (card.hidden) line.querySelector('form')?.remove()
  else part(line, 'hidden')?.remove()
  setFields(line, idsOf(card))
  return line
}

const isAway = ({ takenAway, hidden }: SeenCard): boolean => takenAway || hidden

/** The cards of one round. What is as it was stays untouched, so that nobody loses their place. */
export class CardList {
  readonly #settings: TableSettings
  readonly #shown = new Map<string, string>()

  constructor(settings: TableSettings) {
    this.#settings = settings
    for (const card of settings.cards)
      if (element(`card-${card.id}`)) this.#shown.set(card.id, JSON.stringify({ ...card, isWaiting: false }))
  }

  show(cards: readonly SeenCard[], round: number): void {
    const ofRound = cards.filter((card) => card.round === round)
    const away = ofRound.filter(isAway)
    const here = ofRound.filter((card) => !isAway(card))
    this.#fill(element('table-cards'), here, (card) => cardLine(this.#settings, card))
    this.#fill(document.querySelector('#table-away ul'), away, awayLine)
    element('table-none')?.toggleAttribute('hidden', here.length > 0)
    element('table-away')?.toggleAttribute('hidden', away.length === 0)
  }

  #fill(list: Element | null, cards: readonly SeenCard[], make: (card: SeenCard) => HTMLElement): void {
    if (!list) return
    const ids = new Set(cards.map(({ id }) => `card-${id}`))
    for (const line of [...list.children]) if (!ids.has(line.id)) line.remove()
    for (const [index, card] of cards.entries()) {
      const key = JSON.stringify(card)
      let line = list.querySelector<HTMLElement>(`#card-${CSS.escape(card.id)}`)
      if (!line || this.#shown.get(card.id) !== key) {
        const made = make(card)
        const hadFocus = line?.contains(document.activeElement)
        line?.replaceWith(made)
        line = made
        if (hadFocus) made.focus()
        this.#shown.set(card.id, key)
      }
      if (list.children[index] !== line) list.insertBefore(line, list.children[index] ?? null)
    }
  }
}

/** What has just happened, or how it stands with the net. */
export function showNet(text: string, kind: 'offline' | 'sending' | 'wrong' | 'fine'): void {
  const banner = element('table-net')
  if (!banner || (banner.textContent === text && banner.dataset['kind'] === kind)) return
  banner.textContent = text
  banner.dataset['kind'] = kind
}
