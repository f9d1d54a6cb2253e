/** The seating board: a name is dragged to another table, and what that changes is shown before it is saved. */
const board = document.querySelector<HTMLElement>('#board')

function boardWith(root: HTMLElement): void {
  const round = root.dataset['round'] ?? '1'
  const address = root.dataset['move'] ?? ''
  let dragged: HTMLElement | null = null
  const tables = [...root.querySelectorAll<HTMLElement>('.seating-table')]
  const hint = root.querySelector<HTMLElement>('.drag-hint')
  if (hint && matchMedia('(pointer: fine)').matches) hint.hidden = false

  for (const seat of root.querySelectorAll<HTMLElement>('.seat[data-person]:not(.locked)')) {
    seat.draggable = true
    seat.addEventListener('dragstart', (event) => {
      dragged = seat
      seat.classList.add('is-moving')
      // The name is a link, which would be dragged as an address.
      event.dataTransfer?.clearData()
      event.dataTransfer?.setData('text/plain', seat.dataset['person'] ?? '')
      for (const table of tables) table.classList.toggle('may-drop', !table.contains(seat))
    })
    seat.addEventListener('dragend', () => {
      dragged = null
      seat.classList.remove('is-moving')
      for (const table of tables) table.classList.remove('may-drop', 'is-over')
    })
  }
  for (const table of tables) {
    table.addEventListener('dragover', (event) => {
      if (!dragged || table.contains(dragged)) return
      event.preventDefault()
      table.classList.add('is-over')
    })
    table.addEventListener('dragleave', (event) => {
      if (!table.contains(event.relatedTarget as Node | null)) table.classList.remove('is-over')
    })
    table.addEventListener('drop', (event) => {
      const person = dragged?.dataset['person']
      if (!person) return
      event.preventDefault()
      const query = new URLSearchParams({ round, person, to: placeAt(table, event.target) })
      void show(`${address}?${query.toString()}`)
    })
  }
}

/** Upon somebody: to change places with them. Else a free chair; at a full table the page says that there is none. */
function placeAt(table: HTMLElement, target: EventTarget | null): string {
  const seat = target instanceof Element ? target.closest<HTMLElement>('.seat[data-person]') : null
  return seat ? `p${seat.dataset['person'] ?? ''}` : `t${table.dataset['table'] ?? ''}`
}

/** The part of the page that says what would change, in a dialog; the whole page where that does not work. */
async function show(address: string): Promise<void> {
  const answer = await fetch(address).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const preview = page?.querySelector('#preview')
  if (!preview) {
    location.assign(address)
    return
  }
  const dialog = document.createElement('dialog')
  dialog.className = 'seating-dialog'
  dialog.setAttribute('aria-labelledby', 'preview-title')
  dialog.append(document.adoptNode(preview))
  const close = document.querySelector<HTMLTemplateElement>('#seating-close')?.content.cloneNode(true)
  if (close) dialog.append(close)
  dialog.querySelector('.close')?.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

if (board) boardWith(board)
