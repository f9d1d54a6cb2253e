import type { Child } from 'hono/jsx'
import { longDate, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Text } from '#platform/ui/text.tsx'
import { sideWithId, type Slot, slotWithId, type Turns } from './load-turns.ts'
import { isPublic } from './side.page.tsx'

interface Entry {
  at: string
  words: string
  /** The slots that it is about. */
  slots: readonly Slot[]
}

/** Every turn that a side passed and every swap that was agreed to, with its reason and its hour, the latest first. */
export function TurnHistory({ visit, turns }: { visit: Visit; turns: Turns }) {
  // An hour that is not published yet is for the office alone.
  const all = [...passesOf(visit, turns), ...swapsOf(visit, turns)]
    .filter(({ slots }) => slots.length > 0 && slots.every(isPublic))
    .toSorted((a, b) => b.at.localeCompare(a.at))
  if (all.length === 0) return null
  return (
    <Folded summary={visit.t('malmo-hour.history.title')}>
      <ul>
        {all.map(({ words, slots }) => (
          <li>
            {words}
            {slots.map((slot) => (
              <HourOfSlot visit={visit} slot={slot} />
            ))}
          </li>
        ))}
      </ul>
    </Folded>
  )
}

const nameOf = ({ language }: Visit, turns: Turns, id: string): string =>
  inLanguage(sideWithId(turns, id).name, language)

const passesOf = (visit: Visit, turns: Turns): Entry[] =>
  turns.slots.flatMap((slot) =>
    slot.passes.map(({ at, party_id, reason }) => ({
      ...{ at, slots: [slot] },
      words: visit.t('malmo-hour.history.passed', {
        ...{
          date: shortDate(visit.language, at),
          side: nameOf(visit, turns, party_id),
          reason: reason ?? '',
        },
      }),
    })),
  )

const swapsOf = (visit: Visit, turns: Turns): Entry[] =>
  turns.swaps
    .filter(({ answer }) => answer === 'yes')
    .map(({ asked_at: at, party_id, other_party_id, slot_id, other_slot_id, reason }) => ({
      at,
      slots: [slot_id, other_slot_id].flatMap((id) => slotWithId(turns, id) ?? []),
      words: visit.t('malmo-hour.history.swapped', {
        ...{ date: shortDate(visit.language, at), side: nameOf(visit, turns, party_id), reason },
        other: nameOf(visit, turns, other_party_id),
      }),
    }))

/** Which hour it was, and when. */
const HourOfSlot = ({ visit, slot: { hour } }: { visit: Visit; slot: Slot }): Child => (
  <span class="quiet">
    {' '}
    ·{' '}
    <a href={visit.to(`/events/${hour.slug}`)}>
      <Text of={hour.title} t={visit.t} />
    </a>
    , {longDate(visit.language, hour.starts_at)}
  </span>
)
