import { serverSays, serverTime } from './server-clock.ts'
import type { Tools } from './tools.ts'

const nearlyOverMs = 120_000
const struckMs = 6000

interface Moment {
  step: string
  /** Time is running; nothing is heard when it only stands still. */
  runs: boolean
  isPaused: boolean
}

/** Counts down on the wall; without a net it goes on. When a round begins and when it is over, it is seen and heard. */
export function showTime(wall: HTMLElement, tools: Tools): void {
  serverSays(Number(wall.dataset['now']))
  let before = momentOn(wall)
  setInterval(() => {
    const place = wall.querySelector<HTMLElement>('[data-clock]')
    if (place) show(place)
    const now = momentOn(wall)
    const isOver = before.runs && !now.runs && !now.isPaused
    const hasBegun = now.runs && now.step !== before.step
    if (isOver || hasBegun) {
      tools.gong()
      wall.classList.add('struck')
      setTimeout(() => wall.classList.remove('struck'), struckMs)
    }
    before = now
  }, 250)
}

function show(place: HTMLElement): void {
  const left = Math.max(0, Math.ceil((Number(place.dataset['clock']) - serverTime()) / 1000))
  const words = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  if (place.textContent !== words) place.textContent = words
  place.toggleAttribute('data-nearly', left * 1000 <= nearlyOverMs)
}

function momentOn(wall: HTMLElement): Moment {
  const place = wall.querySelector<HTMLElement>('[data-clock]')
  const stage = wall.querySelector<HTMLElement>('#stage')
  return {
    step: stage?.dataset['step'] ?? '',
    runs: place !== null && Number(place.dataset['clock']) > serverTime(),
    isPaused: stage?.dataset['state'] === 'paused',
  }
}
