import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Call } from './calls.sql.ts'
import type { ProposalShown } from './load-call.ts'
import { callLink, officeCallsTrail } from './office-calls.page.tsx'

interface Props extends Answered {
  visit: Visit
  call: Call
  proposals: readonly ProposalShown[]
}

/** Where the theme is set once a call is over. */
export function SetThemePage(props: Props) {
  const { visit, call, proposals } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const mistakes = mistakesInWords(t, props)
  return (
    <Page
      visit={visit}
      title={t('theme-calls.set.title')}
      lead={t('theme-calls.set.lead')}
      trail={[...officeCallsTrail(visit, call), callLink(visit, call)]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <Choice
          t={t}
          name="choice"
          label={t('theme-calls.set.choice')}
          value={filledAt(props, 'choice')}
          mistake={mistakeAt(t, props, 'choice')}
          options={[
            ...proposals.map(({ id, title, people }) => ({
              value: id,
              label: t('theme-calls.set.option', { title, people }),
            })),
            { value: 'other', label: t('theme-calls.set.another') },
          ]}
        />
        <TextsField
          t={t}
          name="theme"
          label={t('theme-calls.set.theme')}
          hint={t('theme-calls.set.theme-hint')}
          value={textsAt(props, 'theme')}
          mistakes={mistakes}
          required={false}
        />
        <TextsField
          t={t}
          name="reason"
          label={t('theme-calls.set.reason')}
          hint={t('theme-calls.set.reason-hint')}
          value={textsAt(props, 'reason')}
          mistakes={mistakes}
          rows={3}
          required={false}
        />
        <SubmitButton>{t('theme-calls.set.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
