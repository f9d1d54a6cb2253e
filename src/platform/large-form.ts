import type { Context } from 'hono'
import type { Filled } from './form.ts'
import type { VisitEnv } from './http.ts'

/** Enough for a photo from a phone; forms of text alone are far smaller. */
export const bodyBytesMax = 12 * 1024 * 1024
/** The words of a form are far less, and stand before its files. */
const wordsBytesMax = 256 * 1024
/** So much is let go by, so that the sender gets an answer; a browser that is cut off shows none. */
const drainedMax = 64 * 1024 * 1024

interface Sent {
  fields: Filled
  /** What was sent as 'file', if it was not too large to be taken in. */
  file: unknown
  isTooLarge: boolean
}

/**
 * Reads a form with a file. When the file is too large its words are read all the same, since they stand before it:
 * nothing that was typed is lost. What follows is let go by and kept nowhere.
 */
export async function readFormWithFile(c: Context<VisitEnv>): Promise<Sent> {
  const type = c.req.header('content-type') ?? ''
  const { kept, isTooLarge } = await beginningOf(c.req.raw.body)
  const body = isTooLarge ? cutAfterWords(kept.subarray(0, wordsBytesMax), type) : kept
  if (!body || !/^(multipart\/form-data;.*boundary=|application\/x-www-form-urlencoded)/i.test(type))
    return { fields: {}, file: undefined, isTooLarge }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const texts = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.replaceAll('\u0000', '')]] : [],
  )
  return { fields: Object.fromEntries(texts), file: form.get('file') ?? undefined, isTooLarge }
}

/** The form up to the last field that came whole; latin1 keeps every byte as it is. */
function cutAfterWords(start: Buffer, type: string): Buffer | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1] ?? ''
  const text = start.toString('latin1')
  const end = text.lastIndexOf(`\r\n--${boundary}`)
  return end < 0 ? null : Buffer.from(`${text.slice(0, end)}\r\n--${boundary}--\r\n`, 'latin1')
}

async function beginningOf(body: ReadableStream<Uint8Array> | null) {
  let kept: Uint8Array[] = []
  let seen = 0
  for await (const piece of body ?? []) {
    seen += piece.length
    if (seen <= bodyBytesMax) kept.push(piece)
    // Of what is too large only the beginning is looked at.
    else if (seen - piece.length <= bodyBytesMax)
      kept = [Buffer.concat([...kept, piece]).subarray(0, wordsBytesMax)]
    if (seen > drainedMax) break
  }
  return { kept: Buffer.concat(kept), isTooLarge: seen > bodyBytesMax }
}
