import type { Visit } from '#platform/http.ts'
import { slotsThatCount, type Turns } from './load-turns.ts'
import { SlotLines } from './slot-lines.page.tsx'

interface Props {
  visit: Visit
  turns: Turns
  event: { id: string; cancelled_at: string | null }
  /** Whether the organisers wrote a programme, which then says when what begins. */
  hasProgramme: boolean
}

/** On an hour's page: who presents what, in order. */
export function SlotsOfHour({ visit, turns, event, hasProgramme }: Props) {
  const { t } = visit
  const title = <h2 id="hour-slots-title">{t('malmo-hour.slots.title')}</h2>
  if (event.cancelled_at && turns.slots.some(({ eventId }) => eventId === event.id))
    return (
      <section class="stack" aria-labelledby="hour-slots-title">
        {title}
        <p>{t('malmo-hour.slots.given-back')}</p>
      </section>
    )
  if (!slotsThatCount(turns).some(({ eventId }) => eventId === event.id)) return null
  return (
    <section class="stack" aria-labelledby="hour-slots-title">
      {title}
      <p>{t('malmo-hour.slots.lead')}</p>
      <SlotLines visit={visit} turns={turns} eventId={event.id} withTimes={!hasProgramme} whole />
    </section>
  )
}
