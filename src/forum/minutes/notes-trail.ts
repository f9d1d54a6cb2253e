import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { EventFacts } from '../write-note.page.tsx'

/** The way to the pages below an event's notes. */
export const notesTrail = ({ to, t, language }: Visit, { id, title }: EventFacts) => [
  { href: to(`/office/events/${id}`), label: inLanguage(title, language) },
  { href: to(`/office/events/${id}/notes`), label: t('minutes.notes') },
]
