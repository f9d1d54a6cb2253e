import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { DataTable, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { TermRow } from '../tables.ts'
import { nameOf, seatName } from './seat-names.ts'
import { standingOfSeat, termOn } from './seats.rules.ts'
import type { Seat } from './seats.sql.ts'

interface Props {
  visit: Visit
  seats: readonly Seat[]
  caption: string
}

/** Every seat, taken or vacant, with whom it stands for and until when. */
export function SeatTable({ visit, seats, caption }: Props) {
  const { t } = visit
  const column = (name: 'seat' | 'who' | 'time' | 'how') => t(`steering-group.column.${name}`)
  return (
    <DataTable
      caption={caption}
      captionUnseen
      onPhone="lines"
      head={[column('seat'), column('who'), column('time'), column('how')]}
      rows={seats.map((seat) => [seatName(visit, seat), ...holderOf(visit, seat)])}
    />
  )
}

function holderOf(visit: Visit, seat: Seat) {
  const { t, language, now } = visit
  const today = localDate(now)
  const member = termOn(seat.terms, 'member', today)
  const deputy = termOn(seat.terms, 'deputy', today)
  const next = seat.terms.find((one) => one.kind === 'member' && one.starts_on > today)
  const shown = member ?? next
  if (!shown) return [<Tag kind="late">{t('steering-group.vacant')}</Tag>, '', '']
  const days = {
    from: dateInWords(language, shown.starts_on),
    until: dateInWords(language, shown.left_on ?? shown.ends_on),
  }
  return [
    <>
      {standingOfSeat(seat.terms, today) === 'to-come' && (
        <>
          <Tag kind="late">{t('steering-group.vacant')}</Tag> {t('steering-group.to-come')}{' '}
        </>
      )}
      {nameOf(visit, shown)}
      {deputy && (
        <>
          <br />
          <span class="quiet">{t('steering-group.deputy', { name: nameOf(visit, deputy) })}</span>
        </>
      )}
    </>,
    t('steering-group.term', days),
    <How visit={visit} term={shown} />,
  ]
}

/** By whose decision somebody sits there. */
function How({ visit, term }: { visit: Visit; term: TermRow }) {
  const { t, language } = visit
  if (term.how === 'appointment')
    return (
      <>
        {t('steering-group.how.appointment')} <Text of={term.because} t={t} />
      </>
    )
  if (term.how === 'election')
    return (
      <>
        {t('steering-group.how.election', {
          date: term.decided_on ? dateInWords(language, term.decided_on) : '',
        })}
      </>
    )
  return (
    <>
      {t('steering-group.how.decision', {
        body: inLanguage(term.decision_body, language),
        date: term.decided_on ? dateInWords(language, term.decided_on) : '',
        paragraph: term.paragraph ?? '',
        number: term.case_number ?? '',
      })}
    </>
  )
}
