import { isStruck, type Moment } from '../../src/forum/forum-day/wall/gong.rules.ts'
import { serverSays, serverTime } from './server-clock.ts'
import type { Tools } from './tools.ts'

const nearlyOverMs = 120_000
const struckMs = 6000

/** Counts down on the wall; without a net it goes on. When a round begins and when it is over, it is seen and heard. */
export function showTime(wall: HTMLElement, tools: Tools): void {
  serverSays(Number(wall.dataset['now']))
  let before = { moment: momentOn(wall), at: serverTime() }
  setInterval(() => {
    const place = wall.querySelector<HTMLElement>('[data-clock]')
    if (place) show(place)
    const now = { moment: momentOn(wall), at: serverTime() }
    if (isStruck(before, now)) {
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

/** Every view that follows the day says it; one that only shows cards has no time to be heard. */
function momentOn(wall: HTMLElement): Moment {
  const { step = '', ends, state } = wall.querySelector<HTMLElement>('[data-step]')?.dataset ?? {}
  return { step, endsAt: ends === undefined ? null : Number(ends), isPaused: state === 'paused' }
}
