import { dateAndTime } from '#platform/dates.ts'
import { inLanguage, type Language } from '#platform/language.ts'
import type { Mail } from '#platform/mail/index.ts'
import { wordsFor } from '#platform/words.ts'
import { sideWithId, type Slot, type Turns } from './load-turns.ts'
import type { Acting } from './turn-change.ts'

export type OfficeLetter = 'passed' | 'swap-asked' | 'swap-yes' | 'swap-no' | 'swap-withdrawn' | 'withdrawn'

/** Which side it comes from, and when. */
export type Told = Pick<Acting, 'side' | 'now' | 'url'>

export interface OfficeNews {
  kind: OfficeLetter
  /** The side that is told. */
  to: string
  /** The slot that it is about, for those who are told. */
  slot: Slot
  turns: Turns
  reason: string | null
}

interface Reader {
  name: string
  email: string
  language: Language
}

/** What another side did that concerns the reader's. */
export function officeMail(acting: Told, { kind, slot, turns, reason }: OfficeNews, reader: Reader): Mail {
  const { language, name, email } = reader
  const t = wordsFor(language)
  const side = inLanguage(sideWithId(turns, acting.side).name, language)
  return {
    to: email,
    language,
    subject: t(`malmo-hour.mail.office.${kind}.subject`, { side }),
    body: {
      greeting: t('malmo-hour.mail.greeting', { name }),
      paragraphs: [t(`malmo-hour.mail.office.${kind}.lead`, { side })],
      facts: [
        [t('malmo-hour.mail.hour'), inLanguage(slot.hour.title, language)],
        [t('malmo-hour.mail.when'), dateAndTime(language, slot.hour.starts_at)],
        [t('malmo-hour.mail.slot'), t('malmo-hour.slot.number', { number: slot.number })],
        ...(reason ? [[t('malmo-hour.mail.reason'), reason] as const] : []),
      ],
      action: {
        label: t('malmo-hour.mail.office.action'),
        url: acting.url(language, '/office/series/malmo-hour/turns'),
      },
      why: t('malmo-hour.mail.office.why'),
    },
    about: slot.eventId,
  }
}
