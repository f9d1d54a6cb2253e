type Note = [hertz: number, seconds: number]

const tunes: Record<string, Note[]> = {
  welcome: [
    [660, 0.12],
    [990, 0.2],
  ],
  undone: [
    [660, 0.12],
    [440, 0.2],
  ],
  'not-here': [
    [220, 0.25],
    [165, 0.45],
  ],
}
// Looks good at first, then wants a second look.
const wait: Note[] = [
  [520, 0.14],
  [520, 0.14],
  [520, 0.14],
]

const place = 'door-mute'
let context: AudioContext | undefined

export const isMuted = (): boolean => localStorage.getItem(place) === 'yes'
export const mute = (muted: boolean): void => localStorage.setItem(place, muted ? 'yes' : 'no')

/** Plays what the answer sounds like; made on the spot, so that there is no file to load. */
export function play(kind: string): void {
  if (isMuted()) return
  context ??= new AudioContext()
  void context.resume()
  let at = context.currentTime
  for (const [hertz, seconds] of tunes[kind] ?? wait) {
    const tone = context.createOscillator()
    const loudness = context.createGain()
    tone.frequency.value = hertz
    loudness.gain.setValueAtTime(0.25, at)
    loudness.gain.exponentialRampToValueAtTime(0.001, at + seconds)
    tone.connect(loudness).connect(context.destination)
    tone.start(at)
    tone.stop(at + seconds)
    at += seconds
  }
}
