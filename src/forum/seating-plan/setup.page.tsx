import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { isOver } from './day.rules.ts'
import { type EventOf, SeatingFrame } from './frame.page.tsx'
import type { Size } from './seating.rules.ts'
import { formats } from './set-up-seating.ts'
import type { ForumFormat } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  event: EventOf
  /** How it is, or what is proposed for so many people. */
  size: Size & { format: ForumFormat }
  people: number
  isNew: boolean
}

/** Format, tables and rounds in one step. */
export function SetUpPage(props: Props) {
  const { visit, event, size, people, isNew } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const field = (name: 'tables' | 'seats' | 'rounds' | 'minutes') => ({
    ...{ t, name, label: t(`seating.setup.${name}`), type: 'number' as const, inputmode: 'numeric' as const },
    value: filledAt(props, name) ?? size[name],
    ...{ mistake: mistakeAt(t, props, name), size: 4, min: 1 },
  })
  return (
    <SeatingFrame
      visit={visit}
      event={event}
      wrong={problems.length > 0}
      {...(!isNew && { title: t('seating.link.setup') })}
      lead={t(isNew ? 'seating.setup.lead' : 'seating.setup.again', { count: people })}
    >
      <Problems visit={visit} list={problems} />
      <Form action={visit.to(`/office/events/${event.id}/seating/setup`)}>
        <Choice
          t={t}
          name="format"
          label={t('seating.setup.format')}
          value={filledAt(props, 'format') ?? size.format}
          options={formats.map((value) => ({
            value,
            label: t(`seating.format.${value}`),
            hint: t(`seating.format-hint.${value}`),
          }))}
        />
        <div class="row seating-size">
          <TextField {...field('tables')} />
          <TextField {...field('seats')} />
        </div>
        <div class="row seating-size">
          <TextField {...field('rounds')} />
          <TextField {...field('minutes')} />
        </div>
        {!isOver(event, visit.now) && (
          <SubmitButton>{t(isNew ? 'seating.setup.button' : 'seating.save')}</SubmitButton>
        )}
      </Form>
    </SeatingFrame>
  )
}
