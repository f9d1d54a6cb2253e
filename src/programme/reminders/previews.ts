import type { Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { type Instant, instantAt, datePlus, localDate } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { ClockLetter } from '../tables.ts'
import type { Standing } from './letter-times.rules.ts'
import type { OwnTexts } from './own-texts.sql.ts'
import { clockLetter } from './reminder.mail.ts'

export interface Preview {
  kind: ClockLetter
  standing: Standing
  mail: Mail
}

const letters: readonly (readonly [ClockLetter, Standing])[] = [
  ['week-before', 'seat'],
  ['day-before', 'seat'],
  ['day-before', 'waiting'],
  ['after', 'came'],
  ['after', 'missed'],
  ['follow-up', 'came'],
]

/** Every letter of the clock as somebody will get it who reads this language, with links that lead nowhere. */
export function previewsOf(
  event: ProgrammeEvent,
  texts: OwnTexts,
  language: Language,
  page: string,
): Preview[] {
  const t = wordsFor(language)
  const receiver = { name: t('reminders.preview.name'), email: 'name@example.org', language }
  const links = { own: page, cancel: page, event: page, answer: page }
  const now: Instant = instantAt(datePlus(localDate(event.starts_at), -1), '08:00')
  return letters.map(([kind, standing]) => ({
    ...{ kind, standing },
    mail: clockLetter({
      ...{ kind, standing, event, receiver, links, now },
      ...{ ownText: texts.reminder, place: 3 },
    }),
  }))
}
