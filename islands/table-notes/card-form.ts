import type { TableSettings } from '../../src/forum/table-notes/device.ts'
import type { SeenCard } from '../../src/forum/table-notes/device-view.ts'
import { type Draft, draftAt, forgetDraft, keepDraft } from './store.ts'
import { element, idsOf } from './view.ts'

const names = ['kind', 'words', 'whoCould', 'round', 'language', 'card', 'base', 'was', 'settles'] as const

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The one form: for a new card, or for changing one. What stands in it is kept at every letter. */
export class CardForm {
  readonly form: HTMLFormElement | null
  readonly #settings: TableSettings
  #writing: Promise<unknown> = Promise.resolve()
  #forgetting: Promise<unknown> | null = null
  /** Grows with everything that is done to the form: what a slow phone finds later is put into no other card's words. */
  #turn = 0

  constructor(settings: TableSettings) {
    this.#settings = settings
    this.form = document.querySelector<HTMLFormElement>('#card-form')
    this.form?.addEventListener('input', () => this.#keep())
  }

  get isChange(): boolean {
    return this.#button?.value === 'change'
  }

  /** Nothing is being written, so the page may go on to another round. */
  get isEmpty(): boolean {
    return !this.isChange && !this.#read()['words']
  }

  get #button(): HTMLButtonElement | null | undefined {
    return this.form?.querySelector('button[name="do"]')
  }

  /** What was being written when the page was left: true when there is something. */
  async restore(): Promise<boolean> {
    const last = await draftAt(`${this.#settings.table} last`)
    const draft = last && (await draftAt(this.#keyOf(last['card'] ?? '')))
    if (!draft?.['words'] || this.isChange || this.#read()['words']) return false
    this.#fill(draft, draft['was'] ? 'change' : 'write')
    return true
  }

  /** Opens a card for changing, at once; what was begun before is put back unless somebody writes already. */
  async change(card: SeenCard): Promise<void> {
    const { kind, words, round, language } = card
    const fields = {
      kind,
      words,
      whoCould: card.whoCould ?? '',
      round: String(round),
      language,
      ...idsOf(card),
    }
    const turn = this.#fill(fields, 'change')
    element('write')?.scrollIntoView({ block: 'start' })
    this.form?.querySelector('textarea')?.focus()
    const draft = await draftAt(this.#keyOf(card.id))
    if (draft && turn === this.#turn) this.#fill(draft, 'change')
  }

  /** Empties the form for the next card, at once, or puts back the new one that was begun. */
  async next(round: number): Promise<void> {
    const { card = '', language = '' } = this.#read()
    const done = this.#keyOf(this.isChange ? card : '')
    const turn = this.#fill({ round: String(round), language }, 'write')
    await this.#forget(done)
    const begun = await draftAt(this.#keyOf(''))
    if (begun && turn === this.#turn) this.#fill(begun, 'write')
  }

  setRound(round: number): void {
    if (!this.isChange && this.form) put(this.form, 'round', String(round))
  }

  #read(): Draft {
    const data = this.form && new FormData(this.form)
    return Object.fromEntries(names.map((name) => [name, textIn(data, name)]))
  }

  #fill(draft: Draft, how: 'write' | 'change'): number {
    this.#turn += 1
    if (!this.form) return this.#turn
    for (const name of names) put(this.form, name, draft[name] ?? '')
    const button = this.#button
    if (button) button.value = how
    for (const one of element('write')?.querySelectorAll<HTMLElement>('[data-for]') ?? [])
      one.hidden = one.dataset['for'] !== how
    return this.#turn
  }

  #keep(): void {
    this.#turn += 1
    const draft = this.#read()
    const card = this.isChange ? (draft['card'] ?? '') : ''
    const keep = () =>
      Promise.all([
        keepDraft(this.#keyOf(card), { ...draft, card }),
        keepDraft(`${this.#settings.table} last`, { card }),
      ])
    // A browser that keeps nothing on the disk still has what is at hand.
    this.#writing = Promise.allSettled([
      this.#writing,
      this.#forgetting ? this.#forgetting.then(keep) : keep(),
    ])
  }

  /** What was sent is forgotten before anything newer is kept in its place. */
  async #forget(key: string): Promise<void> {
    const forgetting = this.#writing.then(() => forgetDraft(key)).catch(() => null)
    this.#forgetting = forgetting
    await forgetting
    if (this.#forgetting === forgetting) this.#forgetting = null
  }

  #keyOf = (card: string): string => `${this.#settings.table} ${card || 'new'}`
}

/** A field of a form that is text. */
export function textIn(data: FormData | null, name: string): string {
  const value = data?.get(name)
  return typeof value === 'string' ? value : ''
}

function put(form: HTMLFormElement, name: string, value: string): void {
  for (const control of form.querySelectorAll<Control>(`[name="${name}"]`)) {
    if (control instanceof HTMLInputElement && control.type === 'radio')
      control.checked = control.value === value
    else control.value = value
  }
}
