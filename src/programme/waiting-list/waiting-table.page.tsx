import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { DataTable, Tag } from '#platform/ui/parts.tsx'
import { listOf } from '../sign-up/queue.rules.ts'
import type { Seats } from '../sign-up/seats.rules.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Capacity, SignUpRow } from '../tables.ts'
import { whyPassedBy } from './waiting-list.rules.ts'

interface Props {
  visit: Visit
  line: readonly SignUpRow[]
  /** Whether each sector has a list of its own. */
  isBySector: boolean
  /** The seats as they are now, which say who is passed by. */
  seats: Seats
  /** Those who do not stand where they came. */
  moved: ReadonlySet<string>
}

/** Everybody who waits, in order: on one list, or while seats are kept on the list of their sector. */
export function WaitingTables(props: Props) {
  if (!props.isBySector) return <WaitingTable {...props} sector={null} />
  return (
    <>
      {capacities.map((sector) => (
        <WaitingTable {...props} sector={sector} line={listOf(props.line, sector, true)} />
      ))}
    </>
  )
}

function WaitingTable({ sector, ...props }: Props & { sector: Capacity | null }) {
  const { visit, line } = props
  const { t, language } = visit
  if (line.length === 0) return null
  const columns = ['place', 'name', ...(sector ? [] : ['capacity']), 'since', 'standing']
  return (
    <DataTable
      caption={sector ? t(`sign-up.capacity.${sector}`) : t('waiting-list.everybody')}
      head={columns.map((one) => t(`waiting-list.column.${one}`))}
      rows={line.map((one, index) => [
        String(index + 1),
        <Name {...props} one={one} />,
        ...(sector ? [] : [t(`sign-up.capacity.${one.capacity}`)]),
        dateAndTime(language, one.queued_at),
        <Standing {...props} one={one} />,
      ])}
    />
  )
}

const Name = ({ visit: { t }, moved, one }: Props & { one: SignUpRow }) => (
  <>
    {one.named ? one.name : t('waiting-list.along', { name: one.name })}
    {moved.has(one.id) && (
      <>
        {' '}
        <Tag>{t('waiting-list.is-moved')}</Tag>
      </>
    )}
  </>
)

/** Whether somebody is offered a seat when one is free, and if not, why. */
function Standing({ visit: { t }, seats, one }: Props & { one: SignUpRow }) {
  if (!one.confirmed_at) return <>{t('waiting-list.unconfirmed')}</>
  const passedBy = whyPassedBy(seats, one)
  return <>{passedBy ? t(`waiting-list.passed-by.${passedBy}`) : t('waiting-list.confirmed')}</>
}
