import { dateAndTime, shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { listOf } from '../sign-up/queue.rules.ts'
import type { movesOf } from '../sign-up/queue.sql.ts'
import { keepsSeats } from '../sign-up/seats.rules.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Capacity, SignUpRow } from '../tables.ts'
import { MoveForm, WriteForm } from './waiting-forms.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  line: readonly SignUpRow[]
  moves: Awaited<ReturnType<typeof movesOf>>
  /** How many a message has just gone to; null when none has. */
  told: number | null
}

/** Everybody who waits, in order; who was moved and why; and what can be done for them. */
export function WaitingListPage({ visit, event, line, moves, told, ...answered }: Props) {
  const { t, language, member } = visit
  const problems = problemsOf(t, answered)
  const isBySector = keepsSeats(event)
  const lists: (Capacity | null)[] = isBySector ? [...capacities] : [null]
  return (
    <Page
      visit={visit}
      wide
      title={t('waiting-list.title', { title: inLanguage(event.title, language) })}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {told !== null && (
        <Notice kind="good" live>
          {t('waiting-list.write.done', { people: told })}
        </Notice>
      )}
      {isBySector && event.kept_until && (
        <p>{t('waiting-list.by-sector', { date: dateAndTime(language, event.kept_until) })}</p>
      )}
      {line.length === 0 && <Empty>{t('waiting-list.nobody')}</Empty>}
      {lists.map((sector) => (
        <List visit={visit} sector={sector} line={sector ? listOf(line, sector, true) : line} />
      ))}
      {line.length > 1 && member?.party && <MoveForm t={t} line={line} answered={answered} />}
      {moves.length > 0 && (
        <section class="stack">
          <h2>{t('waiting-list.moves')}</h2>
          <ul class="lined-list">
            {moves.map(({ name, reason, by, at }) => (
              <li>{t('waiting-list.moved', { name, reason, by, date: shortDate(language, at) })}</li>
            ))}
          </ul>
        </section>
      )}
      {line.length > 0 && <WriteForm t={t} answered={answered} />}
    </Page>
  )
}

interface ListProps {
  visit: Visit
  sector: Capacity | null
  line: readonly SignUpRow[]
}

function List({ visit: { t, language }, sector, line }: ListProps) {
  if (line.length === 0) return null
  return (
    <DataTable
      caption={sector ? t(`sign-up.capacity.${sector}`) : t('waiting-list.everybody')}
      head={['place', 'name', 'capacity', 'since', 'standing'].map((one) => t(`waiting-list.column.${one}`))}
      rows={line.map((one, index) => [
        String(index + 1),
        one.named ? one.name : t('waiting-list.along', { name: one.name }),
        t(`sign-up.capacity.${one.capacity}`),
        dateAndTime(language, one.queued_at),
        t(one.confirmed_at ? 'waiting-list.confirmed' : 'waiting-list.unconfirmed'),
      ])}
    />
  )
}
