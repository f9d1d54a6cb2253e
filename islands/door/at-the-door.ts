import type { DeviceSettings, DoorPerson, SentScan } from '../../src/programme/door/device.ts'
import { apply, foundBy, isRoomFor, peopleWith } from './people.ts'
import { say } from './settings.ts'
import {
  type Book,
  bookAt,
  forgetOldBooks,
  deviceName,
  forgetBook,
  forgetScans,
  keepScan,
  waitingFor,
} from './store.ts'
import { type Net, tellAndHear } from './sync.ts'
import { answer, type AnswerKind, showCount, showFound, showNet } from './view.ts'

// Often enough that two devices side by side do not let one person in twice; seldom enough for a small server.
const roundMs = 4000

/** What is done on this device: told to the page at once, kept in the browser, and sent when there is a net. */
export class AtTheDoor {
  readonly settings: DeviceSettings
  readonly #typed: () => string
  #book: Book | undefined
  #people = new Map<string, DoorPerson>()
  #device = ''
  #lastAt = 0
  #net: Net = 'fine'
  #round: Promise<void> | undefined

  constructor(settings: DeviceSettings, typed: () => string) {
    this.settings = settings
    this.#typed = typed
  }

  /** Whether the list is here; until then forms go to the server as without script. */
  get hasList(): boolean {
    return this.#book !== undefined
  }

  async begin(): Promise<void> {
    this.#device = await deviceName()
    await forgetOldBooks()
    this.#book = await bookAt(this.settings.list)
    await this.#refresh()
    await this.round()
    setInterval(() => {
      if (this.#isOutOfTime()) void this.#forgetInTime()
      else if (document.visibilityState === 'visible') void this.round()
    }, roundMs)
    addEventListener('online', () => void this.round())
    document.addEventListener('visibilitychange', () => void this.round())
  }

  /** Also without a net, and on a page that is left open: nobody need come back for the list to go. */
  #isOutOfTime(): boolean {
    return this.hasList && this.settings.forgetAt <= new Date().toISOString()
  }

  async #forgetInTime(): Promise<void> {
    await forgetBook(this.settings.list)
    this.#book = undefined
    this.#people.clear()
    this.#net = 'forgotten'
    showFound([], false, this.#look)
    await this.#showNet()
  }

  /** Tells and hears, one round at a time. */
  round(): Promise<void> {
    this.#round ??= this.#goRound().finally(() => (this.#round = undefined))
    return this.#round
  }

  async #goRound(): Promise<void> {
    const known = this.#people
    const { net, book, refused } = await tellAndHear(this.settings, this.#book)
    this.#net = net
    this.#book = book
    await this.#refresh()
    for (const nonce of refused) {
      const name = known.get(nonce)?.name ?? ''
      showNet(say(this.settings, 'refused', { name }), 'wrong')
    }
  }

  async #refresh(): Promise<void> {
    const waiting = await waitingFor(this.settings.scans)
    if (this.#book) {
      this.#people = peopleWith(this.#book, waiting, this.settings.words)
      showCount(this.#people.values(), this.settings)
    }
    if (this.#typed()) this.search()
    await this.#showNet()
  }

  async #showNet(): Promise<void> {
    const count = (await waitingFor(this.settings.scans)).length
    // Before the list may be kept nothing is wrong with its not being here.
    const isEarly = new Date().toISOString() < this.settings.opensAt
    if (this.#net === 'forgotten' && isEarly) showNet(say(this.settings, 'list-later'), 'fine')
    else if (this.#net === 'forgotten') showNet(say(this.settings, 'forgotten'), 'wrong')
    else if (this.#net === 'over') showNet(say(this.settings, 'link-over'), 'wrong')
    else if (this.#net === 'offline') showNet(say(this.settings, 'offline', { count }), 'offline')
    else if (count > 0) showNet(say(this.settings, 'sending', { count }), 'sending')
    else showNet('', 'fine')
  }

  get #look() {
    const { settings } = this
    return {
      settings,
      isRoomFor: (sector: string) => this.#book !== undefined && isRoomFor(this.#book, sector),
    }
  }

  search(): void {
    if (!this.hasList) return
    const typed = this.#typed()
    showFound(foundBy(this.#people.values(), typed), typed.trim() !== '', this.#look)
  }

  person(id: string): DoorPerson | undefined {
    return this.#people.get(id)
  }

  answer(kind: AnswerKind, person: DoorPerson | null): void {
    answer(kind, person, this.#look)
  }

  /** Lets somebody in; who is in already is said to be. */
  async checkIn(person: DoorPerson): Promise<void> {
    if (person.since) return this.answer('already', person)
    await this.#keep({ ...this.#stamp(), kind: 'in', signUp: person.id })
    this.answer('welcome', this.person(person.id) ?? person)
  }

  async undo(person: DoorPerson): Promise<void> {
    // What has been heard of stands before the point of the cursor.
    const knew = Number(this.#book?.cursor.split('.')[0] ?? 0)
    await this.#keep({ ...this.#stamp(), kind: 'undo', signUp: person.id, knew })
    this.answer('undone', this.person(person.id) ?? { ...person, since: null })
  }

  async walkIn(form: { name: string; capacity: string; organisation: string }): Promise<void> {
    const scan: SentScan = { ...this.#stamp(), kind: 'walk-in', ...form }
    await this.#keep(scan)
    this.answer('welcome', this.person(scan.nonce) ?? null)
  }

  isRoomFor(sector: string): boolean {
    return this.#look.isRoomFor(sector)
  }

  /** The person whose code this is. What is not on the list yet may have signed up since; so ask once more. */
  async personWithMark(mark: string): Promise<DoorPerson | undefined> {
    const known = () => [...this.#people.values()].find((person) => person.mark === mark)
    if (known()) return known()
    await this.round()
    return known()
  }

  /** Forgets the list, and what waits as well when the person says so. */
  async forget(): Promise<void> {
    const { settings } = this
    const count = (await waitingFor(settings.scans)).length
    // oxlint-disable-next-line eslint/no-alert
    if (count > 0 && !confirm(say(settings, 'forget-unsent', { count }))) return
    await forgetScans(settings.scans, 'all')
    await forgetBook(settings.list)
    this.#book = undefined
    this.#people.clear()
  }

  async #keep(scan: SentScan): Promise<void> {
    await keepScan(this.settings.scans, scan)
    apply(this.#people, scan, this.settings.words)
    showCount(this.#people.values(), this.settings)
    void this.#showNet()
    void this.round()
  }

  /** When it was, by the server's clock as far as we know it; two things never happen in the same instant. */
  #stamp() {
    this.#lastAt = Math.max(Date.now() + (this.#book?.skew ?? 0), this.#lastAt + 1)
    return { nonce: crypto.randomUUID(), at: new Date(this.#lastAt).toISOString(), device: this.#device }
  }
}
