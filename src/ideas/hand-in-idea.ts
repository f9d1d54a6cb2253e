import * as z from 'zod'
import { keepFile } from '#platform/files.ts'
import { emailAddress, line, optionalLine, paragraphs } from '#platform/form.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { searchText } from '#platform/search.ts'
import { limitFor, type Sender } from '#platform/sender.ts'
import type { Instant } from '#platform/time.ts'
import type { Attachment } from './attachment.ts'
import { decideAboutIdeas, type Telling } from './decide-ideas.ts'
import { type HeldFor, heldFor } from './held.rules.ts'
import { confirmMail } from './idea.mail.ts'
import { addIdea, highestNumber, ideaWithId, promisedDays } from './ideas.sql.ts'
import { answerDueOn } from './promise.rules.ts'
import type { Db, NewIdea, Tx } from './tables.ts'
import { addressKey, addVoice, makeLink, recount } from './voices.sql.ts'

const whatMax = 300
const whyMax = 3000
const placeMax = 120
const nameMax = 80

/** An idea as its form says it: three questions, and what may be left as it is. */
export const IdeaForm = z.object({
  /** Made when the form is shown, so that a form that is sent twice hands in one idea. */
  id: z.uuid(),
  what: line(whatMax, 'ideas.mistake.what'),
  why: paragraphs(whyMax, 'ideas.mistake.why'),
  place: optionalLine(placeMax),
  name: optionalLine(nameMax),
  show_name: z.string().optional(),
  language: z.enum(languages, 'ideas.mistake.language'),
  tell: z.string().optional(),
})
export const IdeaFormOfGuest = IdeaForm.extend({ email: emailAddress })
export type IdeaForm = z.output<typeof IdeaForm>

export interface SentIdea {
  form: IdeaForm
  attachment: Attachment | null
  /** Where files are kept. */
  uploads: string
}

type HandedIn = { refusal: 'too-many' } | { refusal: null; held: HeldFor | null }

/**
 * Takes in an idea. It is shown to nobody before its address is confirmed and the office has let it through. Everybody
 * gets the same answer, so nobody learns whose address is known here.
 */
export function handInIdea(db: Db, sent: SentIdea, sender: Sender, telling: Telling): Promise<HandedIn> {
  const { form } = sent
  const held = heldFor(form.what, form.why, form.place)
  return decideAboutIdeas(db, async (tx): Promise<HandedIn> => {
    const { now, url } = telling
    if (await ideaWithId(tx, form.id)) return { refusal: null, held }
    const limit = await limitFor(tx, 'idea', sender, now)
    if (limit === 'too-many') return { refusal: limit }
    const { id, language } = form
    const { email, isKnown } = sender
    await addIdea(tx, await rowOf(tx, sent, { held, confirmedAt: isKnown ? now : null, now }))
    const voice = newId()
    await addVoice(tx, {
      ...{ id: voice, idea_id: id, kind: 'author', address_key: addressKey(email), email, language },
      ...{ said_at: now, confirmed_at: isKnown ? now : null, left_at: null, told_at: null },
      forgotten_at: null,
    })
    if (isKnown) {
      await recount(tx, [id])
      await record(tx, { what: 'idea-handed-in', by: null, about: id, at: now })
    } else if (limit.mailAt) {
      const link = url(language, `/ideas/mine/${await makeLink(tx, { voice }, now)}`)
      const about = { id, words: form.what, held, days: await promisedDays(tx) }
      await queueMail(tx, confirmMail('idea', { email, language }, about, link), now, limit.mailAt)
    }
    return { refusal: null, held }
  })
}

interface Moment {
  held: HeldFor | null
  confirmedAt: Instant | null
  now: Instant
}

async function rowOf(tx: Tx, sent: SentIdea, { held, confirmedAt, now }: Moment): Promise<NewIdea> {
  const { form, attachment, uploads } = sent
  const { id, what, why, place, language, name } = form
  const days = await promisedDays(tx)
  const due = confirmedAt && { promised_days: days, answer_due_on: answerDueOn(confirmedAt, days) }
  return {
    ...{ id, number: (await highestNumber(tx)) + 1, language, what, why, place },
    author_name: form.show_name === 'yes' ? name : null,
    ...wordsToFind(form),
    file_id: attachment ? await keepFile(tx, uploads, attachment.file, now) : null,
    ...{ picture_width: attachment?.width ?? null, picture_height: attachment?.height ?? null },
    ...{ held_for: held, theme_id: null, handed_in_at: now, confirmed_at: confirmedAt },
    ...(due ?? { promised_days: null, answer_due_on: null }),
    assigned_to: null,
  }
}

/** How an idea is found by its words, its place between bars, and how one that was sent twice is known again. */
export function wordsToFind({ what, why, place }: { what: string; why: string; place: string | null }) {
  const plain = (text: string): string => searchText(text.replaceAll('|', ' '))
  const search_text = `${plain(what)} ${plain(why)} |${plain(place ?? '')}|`
  return { search_text, text_key: hashOf(`${plain(what)} ${plain(why)}`.replaceAll(/[^\p{L}\p{N}]+/gu, '')) }
}
