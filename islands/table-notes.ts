import type { TableSettings } from '../src/forum/table-notes/device.ts'
import { say } from './door/settings.ts'
import { keepPage } from './door/worker-at.ts'
import { AtTheTable } from './table-notes/at-the-table.ts'
import { CardForm, textIn } from './table-notes/card-form.ts'
import { offerUnsent } from './table-notes/unsent.ts'
import { element, setFields } from './table-notes/view.ts'

const root = element('table')
if (root) void begin(root)

async function begin(place: HTMLElement): Promise<void> {
  const settings = JSON.parse(place.dataset['table'] ?? '{}') as TableSettings
  const table = new AtTheTable(settings)
  const form = new CardForm(settings)
  offerUnsent(settings)
  place.addEventListener('submit', (event) => void submitted(table, form, event))
  place.addEventListener('click', (event) => clicked(table, form, event))
  if (await form.restore()) table.say('draft')
  const wanted = Number(new URLSearchParams(location.search).get('round'))
  if (wanted && wanted !== settings.round) showRound(table, form, wanted)
  table.onRound = (round) => roundBegan(table, form, round)
  await table.begin()
  if (form.form && (await keepPage(settings.worker, null))) element('table-ready')?.removeAttribute('hidden')
}

/** A form is kept here and now; what is missing is said here too, since there may be no net. */
async function submitted(table: AtTheTable, form: CardForm, event: SubmitEvent): Promise<void> {
  const sent = event.target as HTMLFormElement
  const fields = new FormData(sent, event.submitter)
  const of = (name: string): string => textIn(fields, name).trim()
  if (sent.enctype === 'multipart/form-data') return takePhoto(table, event, fields)
  if (sent.action.endsWith('/photos')) return
  event.preventDefault()
  const isCard = sent === form.form
  const missing = isCard && (['kind', 'words'] as const).find((name) => !of(name))
  if (missing) {
    table.say(`mistake.${missing}`, 'wrong')
    return sent.querySelector<HTMLElement>(`[name="${missing}"]`)?.focus()
  }
  // Ids that came with the page are for those without script: here every press has its own.
  const isNew = of('do') === 'write'
  const ids = (name: string): string =>
    /^(nonce|card2)/.test(name) || (isNew && name === 'card') ? '' : of(name)
  await table.keep(ids)
  if (of('do') === 'remove') {
    table.say('removed')
    document.querySelector('#table-away details')?.setAttribute('open', '')
  } else table.say('kept')
  if (isCard) await form.next(table.round)
}

/** Without a net a photo waits in the phone; with one it goes like any other form. */
function takePhoto(table: AtTheTable, event: SubmitEvent, fields: FormData): void {
  const [file, alt, round] = [fields.get('file'), textIn(fields, 'alt'), textIn(fields, 'round')]
  if (navigator.onLine || !(file instanceof File) || file.size === 0 || !alt) return
  event.preventDefault()
  void table.keepPhoto({ id: crypto.randomUUID(), alt, round, file })
  ;(event.target as HTMLFormElement).reset()
}

function clicked(table: AtTheTable, form: CardForm, event: MouseEvent): void {
  const link = (event.target as HTMLElement).closest<HTMLElement>(
    '[data-part="change"], [data-round], #card-cancel',
  )
  if (!link || !form.form) return
  const round = Number(link.dataset['round'])
  const card = table.card(link.closest('li')?.id.slice('card-'.length) ?? '')
  if (!round && !card && link.id !== 'card-cancel') return
  event.preventDefault()
  if (round) showRound(table, form, round)
  else if (card) void form.change(card)
  else void form.next(table.round)
}

/** Everybody's phone goes on to the round that begins, unless they are in the middle of writing about another. */
function roundBegan(table: AtTheTable, form: CardForm, round: number): boolean {
  for (const link of document.querySelectorAll<HTMLElement>('[data-round]')) {
    const number = Number(link.dataset['round'])
    link.textContent = say(table.settings, number === round ? 'round-running' : 'round', { round: number })
  }
  if (form.isEmpty) showRound(table, form, round)
  return form.isEmpty
}

/** Every round's cards are here, so no page need be fetched for another one. */
function showRound(table: AtTheTable, form: CardForm, round: number): void {
  history.replaceState(null, '', `?round=${round}`)
  for (const link of document.querySelectorAll<HTMLElement>('[data-round]')) {
    if (Number(link.dataset['round']) === round) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  for (const name of ['question', 'photo-round'])
    for (const one of document.querySelectorAll<HTMLElement>(`[data-${name}]`))
      one.hidden = Number(one.getAttribute(`data-${name}`)) !== round
  for (const one of document.querySelectorAll('#photos form')) setFields(one, { round: String(round) })
  form.setRound(round)
  table.showRound(round)
}
