const widthMax = 1600
/** More than any camera makes; a small file that unpacks to a huge picture stops here. */
const pixelsMax = 80_000_000

export interface DrawnPicture {
  webp: Buffer
  width: number
  height: number
}

/** What a file calls itself means nothing: its first bytes decide. SVG and HTML could carry script. */
export function isPhoto(bytes: Buffer): boolean {
  const text = bytes.subarray(0, 12).toString('latin1')
  return (
    text.startsWith('\xFF\xD8\xFF') ||
    text.startsWith('\x89PNG\r\n\x1A\n') ||
    text.startsWith('GIF8') ||
    /^RIFF....WEBP/s.test(text) ||
    /^....ftypavi[fs]/s.test(text)
  )
}

/**
 * Drawn anew as WebP: nothing of the file itself is kept, so neither the place it was taken nor anything hidden in it.
 * Null when it can't be drawn.
 */
export async function drawnAnew(bytes: Buffer): Promise<DrawnPicture | null> {
  // Fetched when the first picture comes: most days none does, and it holds a good deal of memory.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
      .autoOrient()
      .resize({ width: widthMax, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    return { webp: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
