import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/record.ts'
import { addSpeaker, changeSpeaker, deleteSpeaker, speakerOfEvent } from './agenda.sql.ts'
import type { Change } from './save-item.ts'

const optionalEmail = z
  .union([z.literal('').transform(() => null), emailAddress])
  .nullish()
  .transform((text) => text ?? null)

export const SpeakerForm = z.object({
  id: z.uuid().optional(),
  name: line(200, 'agenda.mistake.name'),
  organisation: optionalLine(200),
  role: optionalLine(200),
  email: optionalEmail,
  consent: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
})
export type SpeakerForm = z.output<typeof SpeakerForm>

/** Adds or changes somebody who speaks at an event. When they agreed to be named is kept as long as they do. */
export function saveSpeaker({ db, by, eventId, now }: Change, speakerId: string | null, form: SpeakerForm) {
  return decide(db, 'event', eventId, async (tx): Promise<void> => {
    const { name, organisation, role, email, consent } = form
    const columns = { name, organisation, role, email }
    if (speakerId) {
      const before = found(await speakerOfEvent(tx, eventId, speakerId), 'speaker')
      const consented_at = consent ? (before.consented_at ?? now) : null
      await changeSpeaker(tx, speakerId, { ...columns, consented_at })
    } else {
      const ids = { id: form.id ?? newId(), event_id: eventId, created_at: now }
      if (!(await addSpeaker(tx, { ...ids, ...columns, consented_at: consent ? now : null }))) return
    }
    await record(tx, { what: 'speakers-changed', by: by.id, about: eventId, at: now })
  })
}

/** Takes somebody out of the programme, wherever they were to speak; nothing of them is kept. */
export const removeSpeaker = ({ db, by, eventId, now }: Change, speakerId: string) =>
  decide(db, 'event', eventId, async (tx): Promise<void> => {
    const speaker = found(await speakerOfEvent(tx, eventId, speakerId), 'speaker')
    await deleteSpeaker(tx, speaker.id)
    await record(tx, { what: 'speakers-changed', by: by.id, about: eventId, at: now })
  })
