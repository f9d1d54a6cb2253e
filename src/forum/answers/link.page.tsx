import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages, type Language } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import type { Recommendation } from '../recommendations.sql.ts'
import { receiverOf } from '../standing.page.tsx'
import type { EventFacts } from '../write-note.page.tsx'
import { trailTo } from '../write-recommendation.page.tsx'

interface FieldsProps extends Answered {
  visit: Visit
  usual: { email: string; language: Language } | undefined
  required?: boolean
}

/** Where the link to answer by goes. */
export function AddressFields({ visit, usual, required = true, ...answered }: FieldsProps) {
  const { t, language } = visit
  const stored = answered.filled ? undefined : usual
  return (
    <>
      <TextField
        t={t}
        name="email"
        type="email"
        label={t('answers.link.email')}
        hint={t('answers.link.email-hint')}
        value={filledAt(answered, 'email') ?? stored?.email}
        mistake={mistakeAt(t, answered, 'email')}
        required={required}
      />
      <Select
        t={t}
        name="language"
        label={t('answers.link.language')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={filledAt(answered, 'language') ?? stored?.language ?? language}
        mistake={mistakeAt(t, answered, 'language')}
      />
    </>
  )
}

interface Props extends Answered {
  visit: Visit
  event: Pick<EventFacts, 'id' | 'title'>
  recommendation: Recommendation
  address: { email: string; language: Language; given_at: string } | undefined
  usual: { email: string; language: Language } | undefined
  /** The secret just made, where no mail is sent: in the sample year. */
  token: string | null
}

/** For the office: where the link went, and a new one. */
export function LinkPage(props: Props) {
  const { visit, event, recommendation, address, token } = props
  const { t, to, language } = visit
  const { number, answer_kind } = recommendation
  const problems = problemsOf(t, props)
  const receiver = receiverOf(recommendation, language)
  return (
    <Page
      visit={visit}
      title={t('answers.link.title', { number })}
      lead={t('answers.link.lead', { receiver })}
      wrong={problems.length > 0}
      trail={trailTo(visit, event)}
    >
      <Problems visit={visit} list={problems} />
      {token && (
        <Notice kind="good" title={t('answers.link.sample')} live>
          <p>
            <a href={to(`/answers/${token}`)}>{t('answers.link.sample-open')}</a>
          </p>
        </Notice>
      )}
      <LongText of={recommendation.text} t={t} />
      {address && (
        <Facts
          rows={[
            [t('answers.link.went-to'), address.email],
            [t('answers.link.went-at'), dateAndTime(language, address.given_at)],
          ]}
        />
      )}
      {answer_kind === null ? (
        <Form>
          <AddressFields {...props} usual={address ?? props.usual} />
          <p>{t(address ? 'answers.link.replaces' : 'answers.link.says')}</p>
          <SubmitButton>{t(address ? 'answers.link.again' : 'answers.link.send')}</SubmitButton>
        </Form>
      ) : (
        <Notice>{t('answers.refusal.already-answered')}</Notice>
      )}
    </Page>
  )
}
