import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  Checks,
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { Audience } from './for-whom.sql.ts'
import { invitationsTrail } from './invitations.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  audience: Audience
}

const kinds = ['everyone', 'sectors', 'invitation'] as const

/** Whom an event is for, who may be told of it, and whether an invitation may be passed on. */
export function ForWhomPage(props: Props) {
  const { visit, event, audience } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const filled = props.filled ?? filledFrom(audience)
  const answered = { ...props, filled }
  return (
    <Page
      visit={visit}
      title={t('invitations.whom.title')}
      lead={t('invitations.whom.lead')}
      trail={invitationsTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <Who t={t} answered={answered} />
        <How t={t} answered={answered} />
        <SubmitButton>{t('invitations.whom.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Who can sign up. */
function Who({ t, answered }: { t: Words; answered: Answered }) {
  return (
    <>
      <Choice
        t={t}
        name="kind"
        label={t('invitations.whom.kind')}
        options={kinds.map((value) => ({
          value,
          label: t(`invitations.whom.kind-${value}`),
          hint: t(`invitations.whom.kind-${value}-hint`),
        }))}
        value={filledAt(answered, 'kind')}
        mistake={mistakeAt(t, answered, 'kind')}
      />
      <Checks
        t={t}
        name="capacities"
        label={t('invitations.whom.capacities')}
        options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        values={ticked(answered, 'capacities')}
        mistake={mistakeAt(t, answered, 'capacities')}
      />
    </>
  )
}

/** Where it is shown, and how an invitation may be used. */
function How({ t, answered }: { t: Words; answered: Answered }) {
  return (
    <>
      <Check
        t={t}
        name="unlisted"
        label={t('invitations.whom.unlisted')}
        hint={t('invitations.whom.unlisted-hint')}
        checked={filledAt(answered, 'unlisted') !== undefined}
      />
      <Check
        t={t}
        name="forwarding"
        label={t('invitations.whom.forwarding')}
        hint={t('invitations.whom.forwarding-hint')}
        checked={filledAt(answered, 'forwarding') !== undefined}
      />
      <TextField
        t={t}
        name="people"
        type="number"
        inputmode="numeric"
        size={4}
        min={2}
        max={20}
        label={t('invitations.whom.people')}
        hint={t('invitations.whom.people-hint')}
        value={filledAt(answered, 'people')}
        mistake={mistakeAt(t, answered, 'people')}
      />
    </>
  )
}

const filledFrom = ({ kind, capacities: chosen, unlisted, people_max }: Audience) => ({
  kind,
  capacities: chosen.split(','),
  ...(unlisted === 1 && { unlisted: 'yes' }),
  ...(people_max > 1 && { forwarding: 'yes' }),
  people: String(Math.max(2, people_max)),
})
