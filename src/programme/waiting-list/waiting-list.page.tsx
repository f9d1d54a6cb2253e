import { dateAndTime, shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { keepsSeats, type Seats } from '../sign-up/seats.rules.ts'
import type { SignUpRow } from '../tables.ts'
import type { movesInWords } from './moves.sql.ts'
import { MoveForm, WriteForm } from './waiting-forms.page.tsx'
import { WaitingTables } from './waiting-table.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  line: readonly SignUpRow[]
  moves: Awaited<ReturnType<typeof movesInWords>>
  seats: Seats
  /** How many a message has just gone to; null when none has. */
  told: number | null
}

/** Everybody who waits, in order; who was moved and why; and what can be done for them. */
export function WaitingListPage({ visit, event, line, moves, seats, told, ...answered }: Props) {
  const { t, language, member } = visit
  const problems = problemsOf(t, answered)
  const isBySector = keepsSeats(event)
  const moved = new Set(moves.map(({ sign_up_id }) => sign_up_id))
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
      <WaitingTables {...{ visit, line, isBySector, seats, moved }} />
      {line.length > 1 && member?.party && <MoveForm {...{ t, line, isBySector, answered }} />}
      {moves.length > 0 && (
        <section class="stack">
          <h2>{t('waiting-list.moves')}</h2>
          <ul class="lined-list">
            {moves.map(({ name, reason, by, at, from_place, to_place }) => (
              <li>
                {t('waiting-list.moved', {
                  ...{ name, reason, by, date: shortDate(language, at) },
                  ...{ from: from_place ?? 0, to: to_place ?? 0 },
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {line.length > 0 && <WriteForm t={t} answered={answered} />}
    </Page>
  )
}
