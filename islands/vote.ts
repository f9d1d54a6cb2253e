/**
 * Votes by keyboard: 1, 2 and 3 press the answers, as the marks on them say. Some programs that people steer their machine
 * with send single keys, so it can be switched off, and the browser remembers that.
 */
const place = 'vote-keys'
const box = document.querySelector<HTMLInputElement>('[data-keys]')
const answers = [...document.querySelectorAll<HTMLButtonElement>('.answers button')]

function remembered(): boolean {
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true
  }
}

function remember(isOn: boolean): void {
  try {
    localStorage.setItem(place, isOn ? 'on' : 'off')
  } catch {
    // Without a place to remember it, it holds until the next page.
  }
}

function show(isOn: boolean): void {
  for (const answer of answers) {
    const mark = answer.querySelector('kbd')
    if (mark) mark.hidden = !isOn
  }
}

if (box && answers.length > 0) {
  box.closest<HTMLElement>('.keys')?.removeAttribute('hidden')
  box.checked = remembered()
  show(box.checked)
  box.addEventListener('change', () => {
    remember(box.checked)
    show(box.checked)
  })
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    if (
      event.target instanceof Element &&
      event.target.matches('textarea, select, input:not([type=checkbox])')
    )
      return
    answers[Number(event.key) - 1]?.click()
  })
  // Nobody votes twice by pressing twice while the next page is on its way.
  let isSent = false
  document.querySelector('.answers')?.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault()
    isSent = true
  })
  window.addEventListener('pageshow', () => {
    isSent = false
  })
}
