import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Check, Form, Problems, problemsOf, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { roundsOfPerson } from './board.ts'
import { isOver } from './day.rules.ts'
import { EffectList, effectInWords } from './effect.page.tsx'
import { baseOf, type EventOf, SeatingFrame } from './frame.page.tsx'
import { Steps } from './last-steps.page.tsx'
import type { Forum } from './load-forum.ts'
import { MoveChoices } from './move-choices.page.tsx'
import type { Option } from './move-options.ts'
import type { Moving } from './move-seat.ts'
import { nameOf, placeNamed } from './seating-words.ts'
import type { PersonRow, StepRow } from './seating.sql.ts'

export interface MoveProps extends Answered {
  visit: Visit
  event: EventOf
  forum: Forum
  person: PersonRow | undefined
  round: number
  /** Where to, as in the form; with what it would change. */
  to: string | undefined
  moving: Moving | null
  options: readonly Option[]
  /** What others changed since the form was opened. */
  since: readonly StepRow[]
  names: ReadonlyMap<string, string>
}

/** Somebody is moved by hand: who and when, then where to, then what that changes, before it is saved. */
export function MovePage(props: MoveProps) {
  const { visit, event, forum, person, round, moving, since, names } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const title = person ? t('seating.move.title', { name: nameOf(t, person), round }) : t('seating.move.link')
  return (
    <SeatingFrame visit={visit} event={event} title={title} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      {since.length > 0 && (
        <Notice kind="late" title={t('seating.move.since')}>
          <Steps {...{ visit, forum, names }} steps={since} />
        </Notice>
      )}
      {!person && <WhoForm {...props} />}
      {person && <Now {...props} person={person} />}
      {person && moving && <Preview {...props} person={person} moving={moving} />}
      {person && <MoveChoices {...props} person={person} />}
    </SeatingFrame>
  )
}

function Now({ visit, forum, person, round }: MoveProps & { person: PersonRow }) {
  const { t } = visit
  const seat = forum.seats.find((one) => one.round === round && one.sign_up_id === person.id)
  const isThere = roundsOfPerson(person, forum.rounds).includes(round)
  return (
    <p>
      {t('seating.move.now', { table: placeNamed(t, forum.tables, seat?.table_id ?? null) })}{' '}
      {seat?.locked === 1 && t('seating.move.is-locked')} {!isThere && t('seating.move.is-away')}
    </p>
  )
}

/** What it would change, and the button that does it. The dialog of the board shows this part alone. */
function Preview(props: MoveProps & { person: PersonRow; moving: Moving }) {
  const { visit, event, forum, person, round, to, moving } = props
  const { t } = visit
  const all = effectInWords(visit, forum, moving.effect)
  const other = forum.people.find(({ id }) => id === moving.swapWith)
  const breaks = moving.effect.broken.some(({ why }) => why !== 'no-chair')
  const table = placeNamed(t, forum.tables, forum.tables[moving.to]?.id ?? null)
  return (
    <section class="card tinted seating-preview" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">
        {other
          ? t('seating.move.swap-title', { name: nameOf(t, person), other: nameOf(t, other), table, round })
          : t('seating.move.to-title', { name: nameOf(t, person), table, round })}
      </h2>
      <EffectList all={all} />
      {moving.effect.overfull.length === 0 && !isOver(event, visit.now) && (
        <Form action={visit.to(`${baseOf(event)}/move`)}>
          <input type="hidden" name="person" value={person.id} />
          <input type="hidden" name="round" value={String(round)} />
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="seen" value={String(forum.seating.version)} />
          {breaks && <Check t={t} name="anyway" label={t('seating.move.anyway')} />}
          <SubmitButton>{t(other ? 'seating.move.save-swap' : 'seating.move.save')}</SubmitButton>
        </Form>
      )}
    </section>
  )
}

/** Who, and in which round. */
function WhoForm({ visit, event, forum, round }: MoveProps) {
  const { t } = visit
  return (
    <Form method="get" action={visit.to(`${baseOf(event)}/move`)}>
      <Select
        t={t}
        name="person"
        label={t('seating.move.who')}
        options={forum.people.map((person) => ({ value: person.id, label: nameOf(t, person) }))}
        none={t('seating.move.choose')}
      />
      <Select
        t={t}
        name="round"
        label={t('seating.move.round')}
        value={String(round)}
        options={forum.rounds.map(({ number }) => ({
          value: String(number),
          label: t('seating.round', { round: number }),
        }))}
      />
      <SubmitButton>{t('seating.move.next')}</SubmitButton>
    </Form>
  )
}
