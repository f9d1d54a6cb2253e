interface Counter {
  /** When it is over, by this device's own clock: what it shows may be wrong, that it goes on is enough. */
  overAt: number
}

const counters = new WeakMap<HTMLElement, Counter>()
let timer: ReturnType<typeof setInterval> | undefined

/** Counts down whatever says `data-seconds-left`, in minutes as people say them. */
export function countDown(root: ParentNode): void {
  for (const place of places(root)) {
    if (counters.has(place)) continue
    counters.set(place, { overAt: Date.now() + Number(place.dataset['secondsLeft']) * 1000 })
  }
  timer ??= setInterval(() => places(document).forEach(show), 1000)
}

const places = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-seconds-left]'),
]

function show(place: HTMLElement): void {
  const counter = counters.get(place)
  if (!counter) return
  const minutes = Math.ceil((counter.overAt - Date.now()) / 60_000)
  const { one = '', many = '', over = '' } = place.dataset
  const words = minutes <= 0 ? over : minutes === 1 ? one : many.replace('77', String(minutes))
  if (place.textContent !== words) place.textContent = words
}
