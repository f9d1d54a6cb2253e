import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Empty, SectorMark, Tag } from '#platform/ui/parts.tsx'
import { type EventOf, SeatingFrame } from './frame.page.tsx'
import type { Forum } from './load-forum.ts'
import { type PeopleFilter, type PeoplePart, peopleParts } from './people-filter.rules.ts'
import { seatedAs } from './seated-as.rules.ts'
import { languagesNamed, listed, nameOf, organisationOf, placeNamed } from './seating-words.ts'
import type { PersonRow } from './seating.sql.ts'

interface Props {
  visit: Visit
  event: EventOf
  forum: Forum
  filter: PeopleFilter
  /** Those on this page of all that were found. */
  people: readonly PersonRow[]
  found: number
  counts: Readonly<Record<PeoplePart, number>>
  sectors: readonly string[]
  next: string | null
}

/** Everybody who comes, and what the seating knows of them; a list that is filtered, and fits a phone. */
export function PeoplePage(props: Props) {
  const { visit, event, forum, filter, people, found, counts, sectors, next } = props
  const { t } = visit
  const here = visit.to(`/office/events/${event.id}/seating/people`)
  const href = (part: PeoplePart): string =>
    `${here}?${new URLSearchParams({ part, ...rest(filter) }).toString()}`
  return (
    <SeatingFrame
      visit={visit}
      event={event}
      title={t('seating.link.people')}
      lead={t('seating.people.lead')}
    >
      <nav class="tabs" aria-label={t('seating.people.filters')}>
        <ul>
          {peopleParts.map((part) => (
            <li>
              <a href={href(part)} aria-current={filter.part === part ? 'page' : undefined}>
                {t(`seating.people.part.${part}`)} <span class="numbers">{counts[part]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form class="form row seating-search" method="get" action={here}>
          <input type="hidden" name="part" value={filter.part} />
          <TextField t={t} name="q" type="search" label={t('seating.people.search')} value={filter.q} />
          <Select
            t={t}
            name="sector"
            label={t('seating.people.sector')}
            value={filter.sector}
            none={t('seating.people.all-sectors')}
            options={sectors.map((value) => ({ value, label: t(`seating.sector.${value}`) }))}
          />
          <SubmitButton variant="secondary">{t('seating.people.filter')}</SubmitButton>
        </form>
      </search>
      <p role="status">{t('seating.people.found', { count: found })}</p>
      {found === 0 && <Empty>{t('seating.people.none')}</Empty>}
      <ul class="lined-list">
        {people.map((person) => (
          <PersonLine visit={visit} forum={forum} person={person} href={`${here}/${person.id}`} />
        ))}
      </ul>
      {next !== null && (
        <p>
          <a href={`${href(filter.part)}&from=${next}`}>{t('seating.people.more')}</a>
        </p>
      )}
    </SeatingFrame>
  )
}

const rest = ({ q, sector }: PeopleFilter): Record<string, string> => ({
  ...(q && { q }),
  ...(sector && { sector }),
})

interface LineProps {
  visit: Visit
  forum: Forum
  person: PersonRow
  href: string
}

function PersonLine({ visit, forum, person, href }: LineProps) {
  const { t } = visit
  const { part, speaks, stepFree, hearingLoop, rounds } = seatedAs(person)
  const seats = forum.seats.filter(({ sign_up_id }) => sign_up_id === person.id)
  const facts = [
    organisationOf(t, person),
    languagesNamed(t, speaks),
    person.language !== 'sv' &&
      t('seating.people.wrote-in', { language: languagesNamed(t, [person.language]) }),
    stepFree && t('seating.need.step-free'),
    hearingLoop && t('seating.need.hearing-loop'),
    rounds && t('seating.people.rounds', { count: rounds.length, rounds: listed(t, rounds.map(String)) }),
    person.fixed_table &&
      t('seating.people.stays', { table: placeNamed(t, forum.tables, person.fixed_table) }),
    seats.length > 0 &&
      t('seating.people.sits', {
        tables: listed(t, [...new Set(seats.map(({ table_id }) => placeNamed(t, forum.tables, table_id)))]),
      }),
  ].filter((one) => typeof one === 'string' && one !== '')
  return (
    <li>
      <p class="row">
        <SectorMark look={lookOf(person.capacity)} />
        <a href={href}>{nameOf(t, person)}</a>
        <span class="quiet small">{t(`seating.sector.${person.capacity}`)}</span>
        {part !== 'guest' && <Tag>{t(`seating.part.${part}`)}</Tag>}
      </p>
      <p class="small">{facts.join(' · ')}</p>
    </li>
  )
}
