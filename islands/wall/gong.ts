// What a gong is made of: tones that do not fit each other, the low ones longest.
const tones: [hertz: number, loud: number, seconds: number][] = [
  [98, 0.5, 6],
  [147, 0.3, 5],
  [203, 0.25, 4],
  [311, 0.15, 3],
  [466, 0.08, 2],
]

let context: AudioContext | undefined

/** Browsers make no sound before somebody has pressed something. */
export function allowSound(): void {
  context ??= new AudioContext()
  void context.resume()
}

/** A gong, made on the spot, so that there is no file to load. */
export function strike(): void {
  if (!context) return
  const at = context.currentTime
  for (const [hertz, loud, seconds] of tones) {
    const tone = context.createOscillator()
    const loudness = context.createGain()
    tone.frequency.value = hertz
    loudness.gain.setValueAtTime(0.0001, at)
    loudness.gain.exponentialRampToValueAtTime(loud, at + 0.03)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + seconds)
    tone.connect(loudness).connect(context.destination)
    tone.start(at)
    tone.stop(at + seconds)
  }
}
