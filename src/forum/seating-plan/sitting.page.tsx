import { lookOf } from '#people/index.ts'
import { SectorMark } from '#platform/ui/parts.tsx'
import type { Visit } from '#platform/http.ts'
import type { Sitting } from './board.ts'
import { seatedAs } from './seated-as.rules.ts'
import { languagesNamed, nameOf, organisationOf } from './seating-words.ts'
import type { PersonRow } from './seating.sql.ts'

/** Whom one sees at a table: sector by colour and pattern, name, organisation, and what they do there. */
function Person({ visit, person }: { visit: Visit; person: PersonRow }) {
  const { t } = visit
  const { speaks } = seatedAs(person)
  return (
    <>
      <SectorMark look={lookOf(person.capacity)} />
      <span class="unseen">{t(`seating.sector.${person.capacity}`)}: </span>
      <span class="who">{nameOf(t, person)}</span>
      {organisationOf(t, person) && <span class="from">{organisationOf(t, person)}</span>}
      {!(speaks.length === 1 && speaks[0] === 'sv') && (
        <span class="speaks" title={languagesNamed(t, speaks)}>
          <span aria-hidden="true">{speaks.join(' ')}</span>
          <span class="unseen">{languagesNamed(t, speaks)}</span>
        </span>
      )}
    </>
  )
}

interface SeatProps {
  visit: Visit
  sitting: Sitting
  round: number
  base: string
  isReadOnly: boolean
}

/** One seat at a table: a link to where it is moved, which can also be dragged. */
export function Seat({ visit, sitting, round, base, isReadOnly }: SeatProps) {
  const { t } = visit
  const { person, part, isLocked } = sitting
  const all = (
    <>
      <Person visit={visit} person={person} />
      {part !== 'guest' && <span class="part">{t(`seating.part.${part}`)}</span>}
    </>
  )
  return (
    <li class={isLocked ? 'seat locked' : 'seat'} data-person={person.id}>
      {isReadOnly ? all : <a href={visit.to(`${base}/move?round=${round}&person=${person.id}`)}>{all}</a>}
      {isLocked && (
        <span class="lock">
          <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />
          </svg>
          <span class="unseen">{t('seating.locked')}</span>
        </span>
      )}
    </li>
  )
}
