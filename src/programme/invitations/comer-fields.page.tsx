import { Choice, filledAt, mistakeAt, TextField } from '#platform/ui/form.tsx'
import { AskedFields } from '../questions/asked-fields.page.tsx'
import type { InvitationProps } from './invitation.page.tsx'

/** Whether what somebody takes part as need not be asked. */
export const isCapacityKnown = ({ known, offered }: InvitationProps): boolean =>
  known.capacity !== null && offered.includes(known.capacity)

/** What is asked of whoever comes: no more than is not known, and has to be. */
export function ComerFields(props: InvitationProps & { withEmail: boolean }) {
  const { visit, event, known, offered, asking, withEmail } = props
  const { t } = visit
  const text = (name: string) => ({
    ...{ t, name, value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <>
      {(known.name === null || withEmail) && (
        <TextField {...text('name')} label={t('sign-up.form.name')} autocomplete="name" />
      )}
      {withEmail && (
        <TextField {...text('email')} type="email" label={t('sign-up.form.email')} autocomplete="email" />
      )}
      {!isCapacityKnown(props) && (
        <Choice
          {...text('capacity')}
          label={t('sign-up.form.capacity')}
          options={offered.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        />
      )}
      <AskedFields t={t} answered={props} event={event} asking={asking} />
    </>
  )
}
