import { dateInWords } from '#platform/dates.ts'
import { localDate } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { keepsSeats } from '../sign-up/seats.rules.ts'
import type { Capacity } from '../tables.ts'

interface Props {
  t: Words
  event: ProgrammeEvent
  /** For whom seats are kept, and how many of those have one. */
  kept: readonly { capacity: Capacity; kept: number; taken: number }[]
}

/** For whom seats are kept, until when, and how many one organisation may have: said openly, in words. */
export function KeptSeats({ t, event, kept }: Props) {
  const isKept = keepsSeats(event) && kept.length > 0
  const max = event.released_at === null ? event.organisation_max : null
  if (!isKept && max === null && event.over_invited === 0) return null
  return (
    <ul class="small">
      {isKept &&
        kept.map((one) => (
          <li>
            {t('seats.kept', {
              kept: one.kept,
              sector: t(`seats.for.${one.capacity}`),
              taken: Math.min(one.kept, one.taken),
            })}
          </li>
        ))}
      {isKept && event.kept_until && (
        <li>{t('seats.kept-until', { date: dateInWords(t.language, localDate(event.kept_until)) })}</li>
      )}
      {max !== null && (
        <li>{t(isKept ? 'seats.organisation-max' : 'seats.organisation-max-only', { max })}</li>
      )}
      {event.over_invited > 0 && (
        <li>
          {t('seats.over-invited', { room: event.capacity - event.over_invited, more: event.over_invited })}
        </li>
      )}
    </ul>
  )
}
