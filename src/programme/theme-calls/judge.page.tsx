import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, Facts } from '#platform/ui/parts.tsx'
import type { Call } from './calls.sql.ts'
import { callLink, officeCallsTrail } from './office-calls.page.tsx'
import type { Proposal } from './proposals.sql.ts'
import { Why } from './support.page.tsx'

interface Props extends Answered {
  visit: Visit
  call: Call
  proposal: Proposal
}

/** One proposal, to be shown to everybody or turned down with a reason. */
export function JudgePage(props: Props) {
  const { visit, call, proposal } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const { title, why, who, language: written, state, reason, proposed_at } = proposal
  return (
    <Page
      visit={visit}
      title={title}
      heading={<span lang={written}>{title}</span>}
      trail={[...officeCallsTrail(visit, call), callLink(visit, call)]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Card tinted>
        <Why text={why} lang={written} />
      </Card>
      <Facts
        rows={[
          [t('theme-calls.field.who'), <span lang={written}>{who}</span>],
          [t('theme-calls.field.language'), t(`programme.event.spoken-${written}`)],
          [t('theme-calls.judge.came'), dateInWords(language, localDate(proposed_at))],
          [t('theme-calls.judge.stands'), t(`theme-calls.judge.is-${state}`)],
        ]}
      />
      {call.decided_at === null && (
        <Form>
          <LongTextField
            t={t}
            name="reason"
            label={t('theme-calls.judge.reason')}
            hint={t('theme-calls.judge.reason-hint', {
              language: t(`programme.event.spoken-${written}`),
            })}
            value={filledAt(props, 'reason') ?? reason}
            mistake={mistakeAt(t, props, 'reason')}
            rows={3}
            required={false}
          />
          <Actions>
            {state !== 'shown' && (
              <SubmitButton name="do" value="show">
                {t('theme-calls.judge.show')}
              </SubmitButton>
            )}
            <SubmitButton variant="secondary" danger name="do" value="turn-down">
              {t('theme-calls.judge.turn-down')}
            </SubmitButton>
          </Actions>
        </Form>
      )}
    </Page>
  )
}
