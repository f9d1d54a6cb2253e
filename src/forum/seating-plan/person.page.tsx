import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Checks,
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  ticked,
} from '#platform/ui/form.tsx'
import { Facts } from '#platform/ui/parts.tsx'
import { roundsOfPerson } from './board.ts'
import { isOver } from './day.rules.ts'
import { baseOf, type EventOf, SeatingFrame } from './frame.page.tsx'
import type { Forum } from './load-forum.ts'
import { seatedAs } from './seated-as.rules.ts'
import { languagesNamed, nameOf, organisationOf, placeNamed, tableAtStart } from './seating-words.ts'
import type { PersonRow } from './seating.sql.ts'
import { parts, spoken } from './set-person.ts'

interface Props extends Answered {
  visit: Visit
  event: EventOf
  forum: Forum
  person: PersonRow
  /** What a link proposed. */
  proposed: { part: string | undefined; table: string | undefined }
}

/** What the seating knows of one person. Needs are seen here by the event's organisers, and by nobody else. */
export function PersonPage(props: Props) {
  const { visit, event, person } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <SeatingFrame visit={visit} event={event} title={nameOf(t, person)} wrong={problems.length > 0}>
      <Facts
        rows={[
          [t('seating.people.sector'), t(`seating.sector.${person.capacity}`)],
          [t('seating.person.organisation'), organisationOf(t, person)],
          [t('seating.person.wrote-in'), languagesNamed(t, [person.language])],
        ]}
      />
      <Problems visit={visit} list={problems} />
      <PersonFields {...props} />
      <Seats {...props} />
    </SeatingFrame>
  )
}

function PersonFields(props: Props) {
  const { visit, forum, person, proposed } = props
  const { t } = visit
  const as = seatedAs(person)
  const given = (name: string, stored: readonly string[]): readonly string[] =>
    props.filled ? ticked(props, name) : stored
  const needs = [...(as.stepFree ? ['step-free'] : []), ...(as.hearingLoop ? ['hearing-loop'] : [])]
  return (
    <Form>
      <Choice
        t={t}
        name="part"
        label={t('seating.person.part')}
        value={filledAt(props, 'part') ?? proposed.part ?? as.part}
        options={parts.map((value) => ({
          value,
          label: t(`seating.part.${value}`),
          ...(value !== 'guest' && { hint: t(`seating.part-hint.${value}`) }),
        }))}
      />
      <Languages {...props} />
      <Select
        t={t}
        name="table"
        label={t('seating.person.table')}
        hint={t('seating.person.table-hint')}
        value={filledAt(props, 'table') ?? proposed.table ?? person.fixed_table}
        none={t('seating.person.table-none')}
        options={forum.tables.map((table) => ({ value: table.id, label: tableAtStart(t, table) }))}
      />
      <Checks
        t={t}
        name="needs"
        label={t('seating.person.needs')}
        hint={t('seating.person.needs-hint')}
        values={given('needs', needs)}
        options={(['step-free', 'hearing-loop'] as const).map((value) => ({
          value,
          label: t(`seating.need.${value}`),
        }))}
      />
      <Checks
        t={t}
        name="rounds"
        label={t('seating.person.rounds')}
        values={given('rounds', roundsOfPerson(person, forum.rounds).map(String))}
        options={forum.rounds.map(({ number }) => ({
          value: String(number),
          label: t('seating.round', { round: number }),
        }))}
      />
      {!isOver(props.event, props.visit.now) && <SubmitButton>{t('seating.save')}</SubmitButton>}
    </Form>
  )
}

function Languages(props: Props) {
  const { t } = props.visit
  const { speaks } = seatedAs(props.person)
  const others = speaks.filter((one) => !spoken.some((known) => known === one))
  return (
    <>
      <Checks
        t={t}
        name="speaks"
        label={t('seating.person.speaks')}
        hint={t('seating.person.speaks-hint')}
        mistake={mistakeAt(t, props, 'speaks')}
        values={props.filled ? ticked(props, 'speaks') : speaks}
        options={spoken.map((value) => ({ value, label: languagesNamed(t, [value]) }))}
      />
      <TextField
        t={t}
        name="others"
        label={t('seating.person.others')}
        hint={t('seating.person.others-hint')}
        value={filledAt(props, 'others') ?? others.join(', ')}
        mistake={mistakeAt(t, props, 'others')}
        required={false}
      />
    </>
  )
}

function Seats({ visit, event, forum, person }: Props) {
  const { t } = visit
  const seats = forum.seats.filter(({ sign_up_id }) => sign_up_id === person.id)
  if (seats.length === 0) return null
  const base = visit.to(baseOf(event))
  const over = isOver(event, visit.now)
  return (
    <section class="section">
      <h2>{t('seating.person.seats')}</h2>
      <ul class="lined-list">
        {seats.map(({ round, table_id, locked }) => (
          <li class="row">
            <span>
              {t('seating.round', { round })}: {placeNamed(t, forum.tables, table_id)}
            </span>
            {!over && (
              <>
                <a href={`${base}/move?round=${round}&person=${person.id}`}>
                  {t('seating.move.button')}
                  <span class="unseen"> {t('seating.round', { round })}</span>
                </a>
                <form method="post" action={`${base}/lock`}>
                  <input type="hidden" name="person" value={person.id} />
                  <input type="hidden" name="round" value={String(round)} />
                  <SubmitButton variant="tertiary" name="do" value={locked === 1 ? 'unlock' : 'lock'}>
                    {t(locked === 1 ? 'seating.unlock' : 'seating.lock')}
                    <span class="unseen"> {t('seating.round', { round })}</span>
                  </SubmitButton>
                </form>
              </>
            )}
          </li>
        ))}
      </ul>
      {!over && (
        <form method="post" action={`${base}/lock`}>
          <input type="hidden" name="person" value={person.id} />
          <SubmitButton variant="secondary" name="do" value="lock">
            {t('seating.lock-all')}
          </SubmitButton>
        </form>
      )}
    </section>
  )
}
