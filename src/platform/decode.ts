export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** How a spreadsheet may have saved its text: by the mark at its beginning, else UTF-8 when it is that, else as Windows did. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // A sign of two bytes without a mark: the headings are plain letters, whose other byte is nothing.
  if (second === 0 && bytes[3] === 0) return 'utf-16le'
  if (first === 0 && bytes[2] === 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The text of a file, without its byte-order mark and the one sign that PostgreSQL takes in no text. */
export const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(encodingOf(bytes)).decode(bytes).replaceAll('\u0000', '')
