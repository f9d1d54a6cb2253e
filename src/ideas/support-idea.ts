import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { emailAddress } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { limitFor, type Sender } from '#platform/sender.ts'
import { decideAboutIdeas, type Telling } from './decide-ideas.ts'
import { refusalToSupport } from './idea.rules.ts'
import { confirmMail } from './idea.mail.ts'
import { ideaWithId } from './ideas.sql.ts'
import type { Db } from './tables.ts'
import { addressKey, addVoice, changeVoice, makeLink, recount, voiceOf } from './voices.sql.ts'

export const SupportForm = z.object({
  language: z.enum(languages, 'ideas.mistake.language'),
  /** Whether they want to be told how it goes. */
  tell: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
})
export const SupportFormOfGuest = SupportForm.extend({ email: emailAddress })
export type SupportForm = z.output<typeof SupportForm>

export type SupportRefusal = 'too-many' | 'not-open' | 'supported-already'

/** Stands behind an idea, once per person however often they ask, and counts when the address is confirmed. */
export function supportIdea(
  db: Db,
  ideaId: string,
  form: SupportForm,
  sender: Sender,
  { now, url }: Telling,
): Promise<SupportRefusal | null> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaWithId(tx, ideaId), 'idea')
    const refusal = refusalToSupport(idea)
    if (refusal) return refusal
    const limit = await limitFor(tx, 'idea', sender, now)
    if (limit === 'too-many') return limit
    const { email, isKnown } = sender
    const { language, tell } = form
    const known = await voiceOf(tx, idea.id, email)
    // Only whoever has signed in may learn that an address stands behind an idea.
    if (known?.confirmed_at && isKnown) return 'supported-already'
    const voice = known?.id ?? newId()
    if (!known)
      await addVoice(tx, {
        ...{ id: voice, idea_id: idea.id, kind: 'supporter', address_key: addressKey(email), language },
        ...{ email: tell ? email : null, said_at: now, confirmed_at: isKnown ? now : null },
        ...{ left_at: null, told_at: null, forgotten_at: null },
      })
    else if (isKnown) await changeVoice(tx, voice, { confirmed_at: now })
    if (isKnown) {
      await recount(tx, [idea.into_id ?? idea.id, idea.id])
      await record(tx, { what: 'idea-supported', by: null, about: idea.id, at: now })
    } else if (limit.mailAt) {
      const link = url(language, `/ideas/mine/${await makeLink(tx, { voice }, now)}`)
      const about = { id: idea.id, words: idea.what, held: null, days: 0 }
      await queueMail(tx, confirmMail('support', { email, language }, about, link), now, limit.mailAt)
    }
    return null
  })
}
