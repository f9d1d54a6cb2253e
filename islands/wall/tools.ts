import { allowSound, strike } from './gong.ts'

export interface Tools {
  gong(): void
  isStill(): boolean
  /** A sentence in the bar; none takes it away. */
  say(words: string): void
  onMove(work: () => void): void
}

const restMs = 5000

/** Sound, standing still, the whole screen: what the bar below the wall can do. It goes away while nobody moves. */
export function offerTools(): Tools {
  const at = (id: string): HTMLElement | null => document.querySelector(`#wall-${id}`)
  at('buttons')?.removeAttribute('hidden')
  const [sound, still, full, says] = [at('sound'), at('still'), at('full'), at('says')]
  let goOn: () => void = () => undefined
  const isPressed = (button: HTMLElement | null): boolean => button?.getAttribute('aria-pressed') === 'true'
  const press = (button: HTMLElement): void => button.setAttribute('aria-pressed', String(!isPressed(button)))
  sound?.addEventListener('click', () => {
    press(sound)
    allowSound()
    if (isPressed(sound)) strike()
  })
  still?.addEventListener('click', () => {
    press(still)
    if (!isPressed(still)) goOn()
  })
  if (!document.fullscreenEnabled) full?.remove()
  full?.addEventListener('click', () => {
    void (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen())
  })
  restWhenAlone()
  return {
    gong: () => void (isPressed(sound) && strike()),
    isStill: () => isPressed(still),
    say: (words) => void (says && (says.textContent = words)),
    onMove: (work) => void (goOn = work),
  }
}

function restWhenAlone(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wake = (): void => {
    document.body.classList.remove('resting')
    clearTimeout(timer)
    timer = setTimeout(() => document.body.classList.add('resting'), restMs)
  }
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin']) addEventListener(event, wake)
  wake()
}
