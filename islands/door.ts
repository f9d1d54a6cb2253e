import { AtTheDoor } from './door/at-the-door.ts'
import { openCamera } from './door/camera.ts'
import { showCode } from './door/codes.ts'
import { say, settingsOn } from './door/settings.ts'
import { isMuted, mute } from './door/sound.ts'
import { element, showNet } from './door/view.ts'
import { forgetPage, keepPage } from './door/worker-at.ts'

const root = element('door')
if (root) void begin(root)

async function begin(place: HTMLElement): Promise<void> {
  const settings = settingsOn(place)
  const search = place.querySelector<HTMLInputElement>('[name="q"]')
  const door = new AtTheDoor(settings, () => search?.value ?? '')
  place.addEventListener('submit', (event) => submitted(door, event, search))
  search?.addEventListener('input', () => door.search())
  offerTools(door)
  await door.begin()
  // Without a net the page is of no use before the list is here.
  if ((await keepPage(settings.worker, settings.decoder)) && door.hasList)
    element('door-ready')?.removeAttribute('hidden')
}

/** A form is done here and now when the list is here; else it goes to the server as without script. */
function submitted(door: AtTheDoor, event: SubmitEvent, search: HTMLInputElement | null): void {
  const form = event.target as HTMLFormElement
  if (!door.hasList) return
  if (form.method === 'get') {
    event.preventDefault()
    return door.search()
  }
  const fields = new FormData(form, event.submitter)
  const of = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  if (of('do') === 'walk-in') {
    const written = writeUp(door, form, of)
    if (written !== 'unread') event.preventDefault()
    if (written !== 'done') return
  } else if (!letInOrOut(door, of)) return
  event.preventDefault()
  if (search) search.value = ''
  door.search()
  search?.focus()
}

function letInOrOut(door: AtTheDoor, of: (name: string) => string): boolean {
  const person = door.person(of('signUp'))
  if (!person) return false
  void (of('do') === 'undo' ? door.undo(person) : door.checkIn(person))
  return true
}

type WrittenUp = 'done' | 'refused' | 'unread'

/** A name and a sector; without them the server says what is missing, if there is a net. */
function writeUp(door: AtTheDoor, form: HTMLFormElement, of: (name: string) => string): WrittenUp {
  const [name, capacity] = [of('name').slice(0, 200), of('capacity')]
  if (!name || !capacity) return 'unread'
  const mayEnter = door.isRoomFor(capacity) || of('anyway') === 'yes'
  sayFull(mayEnter ? '' : say(door.settings, 'refusal.event-full'))
  if (!mayEnter) return 'refused'
  void door.walkIn({ name, capacity, organisation: of('organisation').slice(0, 200) })
  form.reset()
  return 'done'
}

/** Said where it is mended: what is written stays, and the box that lets in anyway is under the thumb. */
function sayFull(text: string): void {
  const place = element('door-full')
  if (place) place.textContent = text
  if (text === '') return
  const anyway = element('door-anyway')
  anyway?.removeAttribute('hidden')
  anyway?.querySelector('input')?.focus()
}

function offerTools(door: AtTheDoor): void {
  for (const id of ['door-tools', 'door-device']) element(id)?.removeAttribute('hidden')
  const button = element('door-mute')
  const show = (): void => button?.setAttribute('aria-pressed', String(isMuted()))
  show()
  button?.addEventListener('click', () => {
    mute(!isMuted())
    show()
  })
  element('door-forget')?.addEventListener('click', () => void forget(door))
  offerCamera(door)
}

async function forget(door: AtTheDoor): Promise<void> {
  await door.forget()
  if (door.hasList) return
  await forgetPage()
  showNet(say(door.settings, 'forgotten'), 'wrong')
  element('door-found')?.replaceChildren()
  element('door-ready')?.setAttribute('hidden', '')
}

// Somebody holds a code still for a while; it is read once.
const sameCodeMs = 5000

function offerCamera(door: AtTheDoor): void {
  const button = element('door-camera')
  let close: (() => void) | undefined
  let last = { text: '', at: 0 }
  const seen = (text: string): void => {
    if (text === last.text && Date.now() - last.at < sameCodeMs) return
    last = { text, at: Date.now() }
    void showCode(door, text)
  }
  button?.addEventListener('click', () => {
    if (close) {
      close()
      close = undefined
      return
    }
    openCamera(door.settings.decoder, seen).then(
      (closing) => (close = closing),
      () => showNet(say(door.settings, 'camera-none'), 'wrong'),
    )
  })
}
