import { type NewFile, readFileSent } from '#platform/files.ts'
import { readPicture } from '#platform/pictures.ts'

/** A PDF as it came, or a picture that was drawn anew and keeps nothing of where it was taken. */
export interface Attachment {
  file: NewFile
  width: number | null
  height: number | null
}

type Read = { ok: true; attachment: Attachment | null } | { ok: false; mistake: string }

/** Takes what came with an idea out of a sent form: a PDF or a picture, or nothing. */
export async function readAttachment(sent: unknown): Promise<Read> {
  if (!(sent instanceof File) || sent.size === 0) return { ok: true, attachment: null }
  if (/\.pdf$/i.test(sent.name)) {
    const pdf = await readFileSent(sent)
    if (!pdf) return { ok: true, attachment: null }
    if (!pdf.ok) return { ok: false, mistake: mistakeFor(pdf.mistake) }
    return { ok: true, attachment: { file: pdf.file, width: null, height: null } }
  }
  const picture = await readPicture(sent)
  if (!picture) return { ok: true, attachment: null }
  if (!picture.ok) return { ok: false, mistake: mistakeFor(picture.mistake) }
  const { webp, width, height } = picture.picture
  const file = { name: 'picture.webp', contentType: 'image/webp', bytes: webp }
  return { ok: true, attachment: { file, width, height } }
}

/** What may be attached here is less than elsewhere, so the words say it in their own way. */
const mistakeFor = (mistake: string): string =>
  mistake.endsWith('too-large')
    ? 'ideas.mistake.file-too-large'
    : mistake.endsWith('unreadable')
      ? 'platform.picture.unreadable'
      : 'ideas.mistake.file-kind'
