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

  constructor(settings: TableSettings) {
    this.#settings = settings
    this.form = document.querySelector<HTMLFormElement>('#card-form')
    this.form?.addEventListener('input', () => this.#keep())
  }

  get isChange(): boolean {
    return this.#button?.value === 'change'
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

  /** Opens a card for changing; what was begun before is kept. */
  async change(card: SeenCard): Promise<void> {
    const draft = await draftAt(this.#keyOf(card.id))
    const { kind, words, round, language } = card
    const fields = {
      kind,
      words,
      whoCould: card.whoCould ?? '',
      round: String(round),
      language,
      ...idsOf(card),
    }
    this.#fill(draft ?? fields, 'change')
    element('write')?.scrollIntoView({ block: 'start' })
    this.form?.querySelector('textarea')?.focus()
  }

  /** Empties the form for the next card, or puts back the new one that was begun. */
  async next(round: number): Promise<void> {
    const { card = '', language = '' } = this.#read()
    await this.#writing
    await forgetDraft(this.#keyOf(this.isChange ? card : ''))
    const begun = await draftAt(this.#keyOf(''))
    this.#fill(begun ?? { round: String(round), language }, 'write')
  }

  setRound(round: number): void {
    if (!this.isChange && this.form) put(this.form, 'round', String(round))
  }

  #read(): Draft {
    const data = this.form && new FormData(this.form)
    return Object.fromEntries(names.map((name) => [name, textIn(data, name)]))
  }

  #fill(draft: Draft, how: 'write' | 'change'): void {
    if (!this.form) return
    for (const name of names) put(this.form, name, draft[name] ?? '')
    const button = this.#button
    if (button) button.value = how
    for (const one of element('write')?.querySelectorAll<HTMLElement>('[data-for]') ?? [])
      one.hidden = one.dataset['for'] !== how
  }

  #keep(): void {
    const draft = this.#read()
    const card = this.isChange ? (draft['card'] ?? '') : ''
    const kept = [
      keepDraft(this.#keyOf(card), { ...draft, card }),
      keepDraft(`${this.#settings.table} last`, { card }),
    ]
    // A browser that keeps nothing on the disk still has what is at hand.
    this.#writing = Promise.allSettled([this.#writing, ...kept])
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
