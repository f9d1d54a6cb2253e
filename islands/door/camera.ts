import { element } from './view.ts'

/** Finds the text of a code in what the camera shows now; null when there is none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | null>

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
interface WithDetector {
  BarcodeDetector?: {
    new (options: { formats: string[] }): Detector
    getSupportedFormats(): Promise<string[]>
  }
}

/** The browser's own reader where there is one; else ours, which is fetched now and not before. */
async function reader(decoder: string | null): Promise<ReadCode> {
  const { BarcodeDetector } = globalThis as WithDetector
  if (BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
  }
  const { readCode } = (await import(decoder ?? '')) as { readCode: ReadCode }
  return readCode
}

const lookMs = 150

/** Opens the camera and tells of every code it sees. Returns what closes it again. */
export async function openCamera(decoder: string | null, tell: (text: string) => void): Promise<() => void> {
  const view = element('door-view')
  const video = view?.querySelector('video')
  if (!view || !video) throw new Error('no place for the picture')
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
    view.hidden = true
  }
  try {
    video.srcObject = stream
    view.hidden = false
    await video.play()
    const read = await reader(decoder)
    void look(read, video, tell)
    return close
  } catch (error) {
    close()
    throw error
  }
}

/** Looks again and again until the camera is closed. A picture that cannot be read is followed by another. */
async function look(read: ReadCode, video: HTMLVideoElement, tell: (text: string) => void): Promise<void> {
  while (video.srcObject !== null) {
    const text = await read(video).catch(() => null)
    if (text) tell(text)
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}
