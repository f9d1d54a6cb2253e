import type { Context } from 'hono'
import * as z from 'zod'
import { type FormAnswer, optionalTexts, texts } from '#platform/form.ts'
import { readForm, type VisitEnv } from '#platform/http.ts'
import { readPicture } from '#platform/pictures.ts'

const titleMax = 200
const leadMax = 500
const bodyMax = 20_000
const altMax = 400

export const AnnouncementForm = z.object({
  /** Made when the form of a new one is shown, so that a form that is sent twice makes one. */
  id: z.uuid().optional(),
  title: texts(titleMax),
  lead: texts(leadMax),
  body: optionalTexts(bodyMax),
  picture_alt: optionalTexts(altMax),
  remove_picture: z.literal('yes').optional(),
  // When the announcement had last been saved when this form was shown; empty for a new one.
  seen: z.union([z.literal(''), z.iso.datetime()]).default(''),
})
export type AnnouncementForm = z.output<typeof AnnouncementForm>

export type NewPicture = Extract<
  NonNullable<Awaited<ReturnType<typeof readPicture>>>,
  { ok: true }
>['picture']

export interface SentAnnouncement {
  words: AnnouncementForm
  /** A picture to show from now on; null leaves it as it is. */
  picture: NewPicture | null
}

/** Reads the form with its picture. A picture says what it shows in at least one language. */
export async function readAnnouncement(
  c: Context<VisitEnv>,
  hasPicture: boolean,
): Promise<FormAnswer<SentAnnouncement>> {
  const form = await readForm(c, AnnouncementForm)
  const { picture: file } = await c.req.parseBody({ all: true })
  const read = await readPicture(file)
  const mistakes: Record<string, string> = form.ok ? {} : { ...form.mistakes }
  if (read && !read.ok) mistakes['picture'] = read.mistake
  if (form.ok) {
    const keeps = hasPicture && !form.value.remove_picture
    const isDescribed = Object.keys(form.value.picture_alt).length > 0
    if ((read?.ok || keeps) && !isDescribed) mistakes['picture_alt.sv'] = 'news.edit.alt-missing'
    if (Object.keys(mistakes).length === 0) {
      return { ok: true, value: { words: form.value, picture: read?.ok ? read.picture : null } }
    }
    return { ok: false, filled: flat(form.value), mistakes }
  }
  return { ok: false, filled: form.filled, mistakes }
}

/** What was sent, as the form's fields: `{ title: { sv } }` becomes `{ 'title.sv' }`. */
export const flat = (form: AnnouncementForm): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value ?? {}).map(([language, text]) => [`${name}.${language}`, text]),
    ),
  )
