import { decodeQR } from 'qr/decode.js'

const canvas = document.createElement('canvas')
// Enough for a code that fills a third of the picture, and quick on an old phone.
const sideMax = 800

/** Reads the code that the camera sees, for browsers that cannot do so by themselves. */
export async function readCode(video: HTMLVideoElement): Promise<string | null> {
  const scale = Math.min(1, sideMax / Math.max(video.videoWidth, video.videoHeight, 1))
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen || canvas.width === 0) return null
  pen.drawImage(video, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    // Most pictures show no code.
    return null
  }
}
