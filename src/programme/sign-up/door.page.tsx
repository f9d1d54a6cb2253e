import { timeSpan } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  Check,
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Tag } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { SignUpState } from '../tables.ts'
import { capacities } from './sign-up.rules.ts'

export interface DoorRow {
  id: string
  name: string
  capacity: string
  organisation: Texts | null
  organisation_name: string | null
  state: SignUpState
  checked_in_at: string | null
}

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  rows: readonly DoorRow[]
  /** What was searched for. */
  search: string
  counts: { in: number; seats: number; waiting: number }
}

/** The door on one page: find somebody, let them in, take it back, or write up who came unannounced. */
export function DoorPage({ visit, event, rows, search, counts, ...answered }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('door.title', { title })}
      heading={t('door.heading')}
      lead={title}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/office/events/${event.id}`), label: title }]}
    >
      <Problems visit={visit} list={problems} />
      <p role="status">{t('door.counts', { in: counts.in, seats: counts.seats, waiting: counts.waiting })}</p>
      <search>
        <Form method="get">
          <TextField
            t={t}
            name="q"
            type="search"
            label={t('door.search')}
            value={search}
            autocomplete="off"
          />
          <SubmitButton variant="secondary">{t('door.search-button')}</SubmitButton>
        </Form>
      </search>
      {rows.length === 0 ? <Empty>{t('door.nobody')}</Empty> : null}
      {rows.length > 0 && (
        <ul class="lined-list door-list">
          {rows.map((row) => (
            <DoorLine visit={visit} row={row} isFull={event.seats_taken >= event.capacity} />
          ))}
        </ul>
      )}
      <WalkIn visit={visit} event={event} answered={answered} />
    </Page>
  )
}

function DoorLine({ visit, row, isFull }: { visit: Visit; row: DoorRow; isFull: boolean }) {
  const { t } = visit
  const organisation = row.organisation ? inLanguage(row.organisation, t.language) : row.organisation_name
  const isOver = row.state === 'waiting' && isFull
  return (
    <li>
      <div>
        <strong>{row.name}</strong>
        <br />
        {[organisation, t(`door.capacity.${row.capacity}`)].filter(Boolean).join(' · ')}
      </div>
      <form method="post">
        <input type="hidden" name="signUp" value={row.id} />
        {row.checked_in_at ? (
          <>
            <Tag kind="good">{t('door.in-since', { time: timeSpan(t.language, row.checked_in_at) })}</Tag>{' '}
            <SubmitButton variant="tertiary" name="do" value="undo">
              {t('door.undo')} <span class="unseen">{row.name}</span>
            </SubmitButton>
          </>
        ) : (
          <>
            {row.state === 'waiting' && <Tag kind="waiting">{t('door.waiting')}</Tag>}{' '}
            {isOver && <input type="hidden" name="anyway" value="yes" />}
            <SubmitButton name="do" value="check-in" variant={isOver ? 'secondary' : 'primary'}>
              {t(isOver ? 'door.let-in-anyway' : 'door.check-in')} <span class="unseen">{row.name}</span>
            </SubmitButton>
          </>
        )}
      </form>
    </li>
  )
}

function WalkIn({ visit, event, answered }: { visit: Visit; event: ProgrammeEvent; answered: Answered }) {
  const { t } = visit
  const text = (name: string) => ({
    t,
    name,
    value: filledAt(answered, name),
    mistake: mistakeAt(t, answered, name),
  })
  return (
    <Folded
      summary={t('door.walk-in')}
      open={Object.keys(answered.mistakes ?? {}).length > 0 || filledAt(answered, 'do') === 'walk-in'}
    >
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <TextField {...text('name')} label={t('sign-up.form.name')} autocomplete="off" />
        <Choice
          {...text('capacity')}
          label={t('sign-up.form.capacity')}
          options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        />
        <TextField
          {...text('organisation')}
          label={t('sign-up.form.organisation')}
          autocomplete="off"
          required={false}
        />
        {event.seats_taken >= event.capacity && (
          <Check t={t} name="anyway" label={t('door.anyway')} hint={t('door.anyway-hint')} />
        )}
        <SubmitButton name="do" value="walk-in">
          {t('door.walk-in-button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
