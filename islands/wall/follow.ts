import { serverSays } from './server-clock.ts'
import type { Tools } from './tools.ts'

type Telling = { html: string } | { id: string; html: string; after: string | null } | { id: string }

/** The server says something at least this often; after that much silence the line is dead, whatever the browser thinks. */
const silenceMsMax = 40_000
const againMs = 10_000

/** Shows what happens as it happens. Without a net the wall stays as it is, says so, and goes on when the net is back. */
export function follow(wall: HTMLElement, tools: Tools): void {
  let source: EventSource | undefined
  let heardAt = Date.now()
  let lostAt: number | null = null
  const late: (() => void)[] = []

  const heard = (): void => {
    heardAt = Date.now()
    lostAt = null
    tools.say('')
  }
  const lost = (): void => {
    lostAt ??= Date.now()
    tools.say((wall.dataset['lost'] ?? '').replace('{time}', timeOf(heardAt)))
  }
  const whenMoving = (work: () => void): void => void (tools.isStill() ? late.push(work) : work())
  tools.onMove(() => late.splice(0).forEach((work) => work()))

  function listen(): void {
    source?.close()
    source = new EventSource(addressOf(wall))
    source.addEventListener('open', heard)
    source.addEventListener('error', lost)
    source.addEventListener('beat', ({ data }: MessageEvent<string>) => {
      heard()
      serverSays(Number(data))
    })
    for (const kind of ['whole', 'card', 'gone'] as const) {
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) => {
        heard()
        if (lastEventId) wall.dataset['seen'] = lastEventId
        whenMoving(() => apply(wall, kind, JSON.parse(data) as Telling))
      })
    }
  }
  listen()
  setInterval(() => {
    if (Date.now() - heardAt > silenceMsMax) lost()
    // A browser gives up for good on some answers; we do not.
    if (lostAt !== null && (source?.readyState === EventSource.CLOSED || Date.now() - heardAt > silenceMsMax))
      listen()
  }, againMs)
}

/** The stream, from the state that is shown now. */
function addressOf({ dataset }: HTMLElement): string {
  const address = new URL(dataset['stream'] ?? '', location.href)
  if (dataset['seen']) address.searchParams.set('seen', dataset['seen'])
  return address.href
}

/** The time of day on this device, which is what whoever stands beside it can compare. */
function timeOf(at: number): string {
  const time = new Date(at).toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' })
  // As the pages write it: with a full stop in Swedish.
  return document.documentElement.lang === 'sv' ? time.replace(':', '.') : time
}

function apply(wall: HTMLElement, kind: 'whole' | 'card' | 'gone', told: Telling): void {
  const cards = wall.querySelector('#board-cards')
  const known = 'id' in told ? document.getElementById(`on-wall-${told.id}`) : null
  if (kind === 'gone') known?.remove()
  else if ('html' in told && kind === 'whole') {
    wall.replaceChildren(parsed(told.html))
    const stage = wall.querySelector<HTMLElement>('[data-now]')
    if (stage) serverSays(Number(stage.dataset['now']))
  } else if ('html' in told && cards) {
    const card = parsed(told.html)
    card.firstElementChild?.classList.add(known ? 'changed' : 'new')
    const after = 'after' in told && told.after ? document.getElementById(`on-wall-${told.after}`) : null
    if (known) known.replaceWith(card)
    else if (after) after.after(card)
    else cards.prepend(card)
  }
}

/** What the server drew, made into nodes. Whatever people wrote stands in it as text. */
function parsed(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
