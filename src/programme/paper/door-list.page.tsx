import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { OnPaper } from './on-paper.ts'
import { PaperPage } from './paper-page.page.tsx'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  people: readonly OnPaper[]
}

// Room for those who come without having signed up, on the last sheet.
const emptyLines = 15

/** The list that works when nothing else does: a box to tick, a name, and lines for those who come unannounced. */
export function DoorListPage({ visit, event, people }: Props) {
  const { t } = visit
  const seats = people.filter(({ isWaiting }) => !isWaiting)
  const waiting = people.filter(({ isWaiting }) => isWaiting)
  const when = dateAndTime(t.language, event.starts_at, event.ends_at)
  return (
    <PaperPage visit={visit} event={event} kind="door-list">
      <h2>{inLanguage(event.title, t.language)}</h2>
      <p>{[when, event.place_name].filter(Boolean).join(' · ')}</p>
      <List visit={visit} caption={t('paper.door-list.seats', { count: seats.length })} people={seats} />
      {waiting.length > 0 && (
        <List
          visit={visit}
          caption={t('paper.door-list.waiting', { count: waiting.length })}
          people={waiting}
        />
      )}
      <List visit={visit} caption={t('paper.door-list.walk-ins')} people={empty} />
    </PaperPage>
  )
}

const empty = Array.from({ length: emptyLines }, () => null)

interface ListProps {
  visit: Visit
  caption: string
  people: readonly (OnPaper | null)[]
}

function List({ visit: { t }, caption, people }: ListProps) {
  return (
    // What scrolls on a narrow screen must be reachable by the keyboard; on paper nothing does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table-frame" aria-label={caption} tabindex={0}>
      <table class="paper-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('paper.door-list.here')}</th>
            <th scope="col">{t('door.column.name')}</th>
            <th scope="col">{t('door.column.organisation')}</th>
            <th scope="col">{t('door.column.capacity')}</th>
            <th scope="col">{t('tables.table')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr>
              <td>
                <span class="box-to-tick">{person?.isIn ? '✓' : ''}</span>
              </td>
              <td>{person && <strong>{nameOf(t, person)}</strong>}</td>
              <td>{person?.organisation}</td>
              <td>{person && t(`door.capacity.${person.sector}`)}</td>
              <td>{person?.table}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const nameOf = (t: Visit['t'], { name, comesWith }: OnPaper): string =>
  name || t('door.comes-with', { name: comesWith ?? '' })
