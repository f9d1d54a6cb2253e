import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CardNow, cardAfter } from './card-after.ts'
import type { SentEdit, TableCard } from './device.ts'
import { cardsSeen, toldAfter } from './device-view.ts'

/*
 * Devices that write, change, take away, fetch back and choose, with and without a net, whose requests and answers get
 * lost. The server here keeps what the real one keeps, in memory; what decides is the same on both.
 */
class Server {
  readonly edits = new Map<string, { edit: SentEdit; outcome: string }>()
  readonly cards = new Map<string, CardNow & { head: string; arrival: number }>()

  take(edits: readonly SentEdit[]): void {
    for (const edit of edits) {
      if (this.edits.has(edit.nonce)) continue
      const { card, outcome } = cardAfter(this.cards.get(edit.card) ?? null, edit)
      this.edits.set(edit.nonce, { edit, outcome })
      this.cards.set(edit.card, { ...card, head: edit.nonce, arrival: this.edits.size })
    }
  }

  since(cursor: number): TableCard[] {
    const all = [...this.cards].filter(([, { arrival }]) => arrival > cursor)
    return all.map(([id, { fields, beside, head }]) => ({
      ...{ id, head, ...fields, beside: [...beside], language: 'sv', hidden: false },
      since: [...this.edits.values()]
        .findIndex(({ edit }) => edit.card === id)
        .toString()
        .padStart(6, '0'),
    }))
  }
}

class Device {
  told: TableCard[] = []
  waiting: SentEdit[] = []
  cursor = 0
  #made = 0

  readonly name: string
  constructor(name: string) {
    this.name = name
  }

  get seen() {
    return cardsSeen(this.told, this.waiting)
  }

  newId = (): string => `${this.name}-${(this.#made += 1)}`

  put(edit: Pick<SentEdit, 'card' | 'base' | 'was' | 'now' | 'settles'>): void {
    this.waiting.push({ nonce: this.newId(), language: 'sv', device: this.name, at: '', ...edit })
  }

  /** One round; the request may get lost on its way, and so may the answer. */
  sync(server: Server, lost: 'request' | 'answer' | 'nothing'): void {
    if (lost === 'request') return
    const sent = [...this.waiting]
    server.take(sent)
    const [cards, cursor] = [server.since(this.cursor), server.edits.size]
    if (lost === 'answer') return
    this.waiting = this.waiting.filter((one) => !sent.includes(one))
    this.told = toldAfter(this.told, cards)
    this.cursor = cursor
  }
}

interface Step {
  device: number
  what: 'write' | 'change' | 'remove' | 'bring-back' | 'keep' | 'take' | 'move' | 'sync'
  which: number
  text: string
  place: number
  lost: 'request' | 'answer' | 'nothing'
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(3),
  what: fc.constantFrom(
    'write',
    'change',
    'change',
    'change',
    'remove',
    'bring-back',
    'keep',
    'take',
    'move',
    'sync',
    'sync',
  ),
  which: fc.nat(20),
  text: fc.constantFrom('röd', 'grön', 'blå', 'gul'),
  place: fc.nat(6),
  lost: fc.constantFrom('request', 'answer', 'nothing', 'nothing'),
})

const fieldsOf = ({ round, kind, words, whoCould, takenAway }: TableCard) => ({
  ...{ round, kind, words, whoCould, takenAway },
})

function act(device: Device, server: Server, { what, which, text, place, lost }: Step): void {
  if (what === 'sync') return device.sync(server, lost)
  if (what === 'write') {
    const now = {
      round: 1,
      kind: 'insight' as const,
      words: `${text} ${device.name}`,
      whoCould: null,
      takenAway: false,
    }
    return device.put({ card: device.newId(), base: null, was: null, now, settles: [] })
  }
  const cards = device.seen
  const card = cards[which % Math.max(1, cards.length)]
  if (!card) return
  const was = fieldsOf(card)
  const settles = card.beside.map(({ nonce }) => nonce)
  const edit = (now: Partial<typeof was>, chosen: string[] = []): void =>
    device.put({ card: card.id, base: card.head, was, now: { ...was, ...now }, settles: chosen })
  if (what === 'change') {
    const words = was.words.split(' ')
    words.splice(place % (words.length + 1), place % 2, text)
    edit({ words: words.join(' ') })
  } else if (what === 'remove') edit({ takenAway: true }, settles)
  else if (what === 'bring-back') edit({ takenAway: false })
  else if (what === 'move') edit({ round: 1 + (place % 3) })
  else if (what === 'keep') edit({}, settles)
  else if (card.beside[0]) edit({ words: card.beside[0].words }, settles)
}

function played(steps: readonly Step[]) {
  const server = new Server()
  const devices = ['A', 'B', 'C', 'D'].map((name) => new Device(name))
  const put: SentEdit[] = []
  for (const one of steps) {
    const device = devices[one.device] as Device
    const before = device.waiting.length
    act(device, server, one)
    put.push(...device.waiting.slice(Math.min(before, device.waiting.length)))
  }
  for (const device of [...devices, ...devices]) device.sync(server, 'nothing')
  return { server, devices, put }
}

const runs = { numRuns: 1500 }

test('in whatever order devices lose and find the net, no card is lost and none is there twice', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { server, devices, put } = played(steps)
      equal(server.edits.size, put.length)
      const cards = new Set(put.map(({ card }) => card))
      deepEqual([...server.cards.keys()].toSorted(), [...cards].toSorted())
      for (const device of devices) {
        equal(device.waiting.length, 0)
        equal(new Set(device.told.map(({ id }) => id)).size, device.told.length)
        deepEqual(device.told, toldAfter([], server.since(0)))
      }
    }),
    runs,
  )
})

test('every text that was put beside a card is there until somebody has chosen, or its writer went on', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { server } = played(steps)
      const all = [...server.edits.values()]
      for (const [index, { edit, outcome }] of all.entries()) {
        if (outcome !== 'beside') continue
        const card = server.cards.get(edit.card)
        const isThere = card?.beside.some(({ nonce }) => nonce === edit.nonce)
        const later = all.slice(index + 1).map((one) => one.edit)
        ok(isThere || later.some((one) => one.settles.includes(edit.nonce) || one.base === edit.nonce))
        ok(!isThere || !card?.fields.takenAway, 'a card is gone with words that nobody has chosen among')
      }
    }),
    runs,
  )
})

test('edits in different places come to the same card in whatever order they arrive', () => {
  const places = fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 5 })
  const shuffled = places.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  const words = Array.from({ length: 15 }, (_, index) => `ord${index}`)
  const start = {
    round: 1,
    kind: 'insight' as const,
    words: words.join(' '),
    whoCould: null,
    takenAway: false,
  }
  const edit = (place: number) => ({
    ...{ nonce: `${place}`, base: null, was: start, settles: [] },
    now: {
      ...start,
      words: words.map((one, index) => (index === place * 3 + 1 ? `nytt${place}` : one)).join(' '),
    },
  })
  const after = (order: readonly number[]): CardNow => {
    let card: CardNow = { fields: start, beside: [] }
    for (const place of order) card = cardAfter(card, edit(place)).card
    return card
  }
  fc.assert(fc.property(shuffled, ([one, other]) => deepEqual(after(one), after(other))))
})

test('two edits of the same card show the same texts in either order', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 })
    .map((all) => all.join(' '))
  const round = fc.integer({ min: 1, max: 2 })
  const fields = fc.record({ words: text, round, takenAway: fc.boolean() })
  fc.assert(
    fc.property(text, fields, fields, (base, one, other) => {
      const start = { round: 1, kind: 'insight' as const, words: base, whoCould: null, takenAway: false }
      const edit = (nonce: string, now: typeof one) => ({
        ...{ nonce, base: null, was: start, settles: [], now: { ...start, ...now } },
      })
      const shown = (first: ReturnType<typeof edit>, second: ReturnType<typeof edit>) => {
        const { card } = cardAfter(cardAfter({ fields: start, beside: [] }, first).card, second)
        const texts = [card.fields.words, ...card.beside.map(({ words }) => words)].toSorted()
        return { texts, takenAway: card.fields.takenAway }
      }
      deepEqual(shown(edit('1', one), edit('2', other)), shown(edit('2', other), edit('1', one)))
    }),
    runs,
  )
})
