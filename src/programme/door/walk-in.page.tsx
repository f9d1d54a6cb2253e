import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { capacities } from '../sign-up/sign-up.rules.ts'

// What the form is told when it is full; script says the same from the list of its own.
const full = 'door.refusal.event-full'

/** Who came without having signed up: a name and a sector are enough. */
export function WalkIn({ visit, isFull, answered }: { visit: Visit; isFull: boolean; answered: Answered }) {
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
      <div id="door-walk-in">
        <Form>
          <input type="hidden" name="id" value={filledAt(answered, 'id')} />
          <TextField {...text('name')} label={t('door.name')} autocomplete="off" />
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
          <div id="door-anyway" hidden={!isFull && answered.refusal !== full}>
            <Check t={t} name="anyway" label={t('door.anyway')} hint={t('door.anyway-hint')} />
          </div>
          <p id="door-full" class="door-net" data-kind="wrong" role="alert" />
          <SubmitButton name="do" value="walk-in">
            {t('door.walk-in-button')}
          </SubmitButton>
        </Form>
      </div>
    </Folded>
  )
}
