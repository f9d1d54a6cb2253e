import { Folded, Form, Select, SubmitButton } from '#platform/ui/form.tsx'
import { EffectList, effectInWords } from './effect.page.tsx'
import { baseOf } from './frame.page.tsx'
import type { MoveProps } from './move.page.tsx'
import { nameOf, placeNamed, tableAtStart } from './seating-words.ts'
import type { PersonRow } from './seating.sql.ts'

const bestMax = 4

/** Where somebody could sit: the best tables first, each with what it changes; and with whom to change places. */
export function MoveChoices(props: MoveProps & { person: PersonRow }) {
  const { visit, forum, options } = props
  const { t } = visit
  const [best, others] = [options.slice(0, bestMax), options.slice(bestMax)]
  return (
    <section class="section">
      <h2>{t(props.moving ? 'seating.move.elsewhere' : 'seating.move.where')}</h2>
      <ul class="lined-list">
        {best.map((option) => (
          <Choice {...props} option={option} />
        ))}
      </ul>
      {others.length > 0 && (
        <Folded summary={t('seating.move.others', { count: others.length })}>
          <ul class="lined-list">
            {others.map((option) => (
              <Choice {...props} option={option} />
            ))}
          </ul>
        </Folded>
      )}
      {forum.seats.some(
        ({ sign_up_id, round }) => sign_up_id === props.person.id && round === props.round,
      ) && <Swap {...props} />}
    </section>
  )
}

type ChoiceProps = MoveProps & { person: PersonRow; option: MoveProps['options'][number] }

function Choice({ visit, event, forum, person, round, option }: ChoiceProps) {
  const { t } = visit
  const table = forum.tables[option.to]
  const other = forum.people.find(({ id }) => id === option.swapWith)
  if (!table) return null
  const to = other ? `p${other.id}` : `t${table.number}`
  const query = new URLSearchParams({ round: String(round), person: person.id, to })
  return (
    <li>
      <p>
        <a href={`${visit.to(`${baseOf(event)}/move`)}?${query.toString()}#preview`}>
          {tableAtStart(t, table)}
          {other && `: ${t('seating.move.swap-with', { name: nameOf(t, other) })}`}
        </a>
      </p>
      <EffectList all={effectInWords(visit, forum, option.effect)} />
    </li>
  )
}

/** Anybody at another table to change places with; or no table at all. */
function Swap({ visit, event, forum, person, round }: MoveProps & { person: PersonRow }) {
  const { t } = visit
  const own = forum.seats.find((seat) => seat.round === round && seat.sign_up_id === person.id)
  const others = forum.seats.filter((seat) => seat.round === round && seat.table_id !== own?.table_id)
  const names = new Map(forum.people.map((one) => [one.id, nameOf(t, one)]))
  return (
    <Form method="get" action={visit.to(`${baseOf(event)}/move`)}>
      <input type="hidden" name="round" value={String(round)} />
      <input type="hidden" name="person" value={person.id} />
      <Select
        t={t}
        name="to"
        label={t('seating.move.swap')}
        none={t('seating.move.choose')}
        options={[
          ...others
            .map((seat) => ({
              value: `p${seat.sign_up_id}`,
              label: `${names.get(seat.sign_up_id) ?? ''} (${placeNamed(t, forum.tables, seat.table_id)})`,
            }))
            .toSorted((a, b) => a.label.localeCompare(b.label, t.language)),
          { value: 'none', label: t('seating.move.away') },
        ]}
      />
      <SubmitButton variant="secondary">{t('seating.move.look')}</SubmitButton>
    </Form>
  )
}
