import type { SentEdit, SentOutcome, TableSettings } from '../../src/forum/table-notes/device.ts'
import { cardsSeen, type SeenCard } from '../../src/forum/table-notes/device-view.ts'
import { editsFromForm } from '../../src/forum/table-notes/edits-from-form.ts'
import { say } from '../door/settings.ts'
import {
  type Book,
  bookOf,
  deviceName,
  forgetOldBooks,
  keepBook,
  lineOf,
  putInLine,
  type WaitingPhoto,
} from './store.ts'
import { sendPhotos, tellAndHear } from './sync.ts'
import { showUnsent } from './unsent.ts'
import { CardList, element, showNet } from './view.ts'

// Often enough that two people at one table see each other write; seldom enough for a small server.
const roundMs = 4000

/** What is written on this device: shown at once, kept in the browser, and sent when there is a net. */
export class AtTheTable {
  readonly settings: TableSettings
  /** What to do when a round begins while the page is open; true when it shows that round now. */
  onRound: (round: number) => boolean = () => false
  readonly #list: CardList
  #book: Book
  #waiting: SentEdit[] = []
  #device = ''
  #round: number
  /** The round that ran when we last heard; undefined before that, since the page says it by itself. */
  #toldRound: number | null | undefined
  #going: Promise<void> | undefined
  #saidAt = 0

  constructor(settings: TableSettings) {
    this.settings = settings
    this.#list = new CardList(settings)
    this.#round = settings.round
    const { table, cards, cursor, forgetAt } = settings
    this.#book = { table, cards, cursor, forgetAt }
  }

  get round(): number {
    return this.#round
  }

  async begin(): Promise<void> {
    this.#device = await deviceName()
    await forgetOldBooks()
    const kept = await bookOf(this.settings.table)
    // A page that was opened without a net is older than what we have heard since.
    if (kept && kept.cursor > this.#book.cursor) this.#book = kept
    else if (this.settings.state === 'open') await keepBook(this.#book)
    await this.#refresh()
    await this.go()
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.go()
    }, roundMs)
    addEventListener('online', () => void this.go())
    document.addEventListener('visibilitychange', () => void this.go())
  }

  card(id: string): SeenCard | undefined {
    return cardsSeen(this.#book.cards, this.#waiting).find((card) => card.id === id)
  }

  showRound(round: number): void {
    this.#round = round
    this.#show()
  }

  /** Something stands in the line of status for a while, until that of the net may come back. */
  say(
    key: string,
    kind: 'fine' | 'wrong' | 'sending' = 'sending',
    values: Record<string, number> = {},
  ): void {
    this.#saidAt = Date.now()
    showNet(say(this.settings, key, values), kind)
  }

  /** Keeps what a form means, before anything else; true when it meant something. */
  async keep(of: (name: string) => string): Promise<boolean> {
    const sender = {
      ...{ newId: () => crypto.randomUUID(), device: this.#device, at: new Date().toISOString() },
      language: this.settings.language,
    }
    const edits = editsFromForm(of, sender)
    for (const edit of edits) await putInLine('waiting', this.settings.table, edit)
    await this.#refresh()
    void this.go()
    return edits.length > 0
  }

  async keepPhoto(photo: WaitingPhoto): Promise<void> {
    await putInLine('photos', this.settings.table, photo)
    this.say('photo-waits')
  }

  /** Tells and hears, one round at a time. */
  go(): Promise<void> {
    this.#going ??= this.#goRound().finally(() => (this.#going = undefined))
    return this.#going
  }

  async #goRound(): Promise<void> {
    try {
      const { book, outcomes, state, running } = await tellAndHear(this.settings, this.#book)
      this.#book = book
      await this.#refresh()
      await this.#tell(outcomes, state)
      this.#tellRound(running)
      if ((await sendPhotos(this.settings)) > 0) location.reload()
    } catch {
      // No net, or a server that is just starting: the next round finds out.
      if (this.#isQuiet) this.#showCount('offline')
    }
  }

  get #isQuiet(): boolean {
    return Date.now() - this.#saidAt > roundMs - 500
  }

  async #tell(outcomes: readonly SentOutcome[], state: TableSettings['state']): Promise<void> {
    if (outcomes.includes('beside')) this.say('beside')
    else if (outcomes.includes('kept')) this.say('stayed')
    else if (state === 'ended') this.say('ended', 'wrong')
    else if (state === 'over') this.say('over', 'wrong')
    else if (outcomes.length > 0) this.say('kept', 'sending')
    else if (this.#isQuiet) showNet('', 'fine')
    await showUnsent(this.settings)
  }

  #tellRound(running: number | null): void {
    if (running === this.#toldRound || !element('card-form')) return
    const isNews = this.#toldRound !== undefined && running !== null
    this.#toldRound = running
    if (!isNews) return
    const wasShown = running === this.#round
    const isShown = this.onRound(running)
    if (!wasShown) this.say(isShown ? 'running' : 'running-other', 'sending', { round: running })
  }

  #showCount(kind: 'offline' | 'sending'): void {
    showNet(say(this.settings, kind, { count: this.#waiting.length }), kind)
  }

  async #refresh(): Promise<void> {
    this.#waiting = await lineOf<SentEdit>('waiting', this.settings.table)
    this.#show()
  }

  #show(): void {
    this.#list.show(cardsSeen(this.#book.cards, this.#waiting), this.#round)
  }
}
