import type { Visit } from '#platform/http.ts'
import { languageNames } from '#platform/language.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Tag } from '#platform/ui/parts.tsx'
import type { BoardTable } from './board.ts'
import { tableAtStart } from './seating-words.ts'
import type { TableRow } from './seating.sql.ts'
import { Seat } from './sitting.page.tsx'

interface Props {
  visit: Visit
  at: BoardTable
  round: number
  base: string
  /** Tables are said to lack a host once somebody is one. */
  asksHost: boolean
  isReadOnly: boolean
}

/** A table of the board, with everybody who sits there in one round. */
export function BoardTableCard({ visit, at, round, base, asksHost, isReadOnly }: Props) {
  const { t } = visit
  const { table, sitting, hasHost } = at
  const isLocked = sitting.length > 0 && sitting.every((one) => one.isLocked)
  return (
    <section class="seating-table" data-table={table.number} aria-labelledby={`table-${table.number}`}>
      <header>
        <h3 id={`table-${table.number}`}>{tableAtStart(t, table)}</h3>
        <p class="numbers">{t('seating.seats-of', { seated: sitting.length, seats: table.seats })}</p>
      </header>
      <TableMarks visit={visit} table={table} />
      {asksHost && !hasHost && sitting.length > 0 && (
        <p>
          <Tag kind="late">{t('seating.no-host')}</Tag>
        </p>
      )}
      <ul class="plain-list">
        {sitting.map((one) => (
          <Seat {...{ visit, round, base, isReadOnly }} sitting={one} />
        ))}
        {table.seats > sitting.length && (
          <li class="seat empty-seat">{t('seating.free', { count: table.seats - sitting.length })}</li>
        )}
      </ul>
      {sitting.length > 0 && !isReadOnly && (
        <form method="post" action={visit.to(`${base}/lock`)}>
          <input type="hidden" name="table" value={table.id} />
          <input type="hidden" name="round" value={String(round)} />
          <SubmitButton variant="tertiary" name="do" value={isLocked ? 'unlock' : 'lock'}>
            {t(isLocked ? 'seating.unlock-table' : 'seating.lock-table')}
            <span class="unseen"> {table.number}</span>
          </SubmitButton>
        </form>
      )}
    </section>
  )
}

function TableMarks({ visit, table }: { visit: Visit; table: TableRow }) {
  const { t } = visit
  const marks = [
    table.step_free === 0 && t('seating.mark.steps'),
    table.hearing_loop === 1 && t('seating.mark.hearing-loop'),
    table.language && languageNames[table.language],
    table.online_url && t('seating.mark.online'),
  ].filter((one) => typeof one === 'string')
  return marks.length > 0 ? <p class="quiet small">{marks.join(' · ')}</p> : null
}
