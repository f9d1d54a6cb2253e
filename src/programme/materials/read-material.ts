import type { Context } from 'hono'
import { readFileSent } from '#platform/files.ts'
import { checkForm, type Filled, type Mistakes } from '#platform/form.ts'
import { readFields, type VisitEnv } from '#platform/http.ts'
import { consentMissing } from './material.rules.ts'
import { MaterialForm, type SentMaterial } from './save-material.ts'

type Read = { ok: true; value: SentMaterial } | { ok: false; filled: Filled; mistakes: Mistakes }

/** Reads the form with its file: there must be a link or a file, and not both. */
export async function readMaterial(c: Context<VisitEnv>, hasFile: boolean): Promise<Read> {
  const fields = await readFields(c)
  const words = checkForm(fields, MaterialForm)
  const file = await readFileSent((await c.req.parseBody())['file'])
  const mistakes: Record<string, string> = words.ok ? consentIn(words.value) : { ...words.mistakes }
  if (file && !file.ok) mistakes['file'] = file.mistake
  const hasUrl = Boolean(fields['url'])
  if (file && hasUrl) mistakes['url'] ??= 'materials.mistake.link-or-file'
  if (!file && !hasUrl && !hasFile) mistakes['url'] ??= 'materials.mistake.neither'
  if (!words.ok || Object.keys(mistakes).length > 0) return { ok: false, filled: fields, mistakes }
  return { ok: true, value: { words: words.value, file: file?.ok ? file.file : null } }
}

const consentIn = (words: SentMaterial['words']): Record<string, string> =>
  consentMissing(words) ? { consented: 'materials.mistake.consented' } : {}
