import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { capitalized } from '#platform/language-words.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { choices, type SurveyBehind } from './answer-survey.ts'
import type { AnswerRefusal } from './survey.rules.ts'
import type { Statement } from './survey.sql.ts'

interface Props extends Answered {
  visit: Visit
  behind: SurveyBehind
  /** Why it can't be answered now; null when it can. */
  closedBecause: AnswerRefusal | null
  isSaved: boolean
}

/** Behind an organisation's link: six statements, one answer to each, and a few words. */
export function SurveyPage(props: Props) {
  const { visit, behind, closedBecause, isSaved } = props
  const { t, language } = visit
  const { survey, link } = behind
  const problems = problemsOf(t, props)
  const organisation = link.organisation_name
    ? inLanguage(link.organisation_name, language)
    : capitalized(t('survey.mail.you'))
  return (
    <Page
      visit={visit}
      title={t('survey.title', { year: String(survey.year) })}
      lead={t('survey.lead', { organisation, until: dateInWords(language, survey.closes_on) })}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isSaved && (
        <Notice kind="good" title={t('survey.saved')} live>
          {t('survey.saved-lead', { until: dateInWords(language, survey.closes_on) })}
        </Notice>
      )}
      <Notice title={t('survey.anonymous.title')}>{t('survey.anonymous.lead')}</Notice>
      {closedBecause ? (
        problems.length === 0 && <Notice kind="stopped">{t(`survey.refusal.${closedBecause}`)}</Notice>
      ) : (
        <Questions {...props} />
      )}
    </Page>
  )
}

function Questions(props: Props) {
  const { visit, behind } = props
  const { t } = visit
  const { statements, isAnswered, words } = behind
  return (
    <Form>
      {statements.map((statement) => (
        <Choice
          t={t}
          name={`mark-${statement.position}`}
          label={
            <>
              <strong>
                <Text of={statement.name} t={t} />
              </strong>
              : <Text of={statement.statement} t={t} />
            </>
          }
          value={chosenAt(props, statement)}
          mistake={mistakeAt(t, props, `mark-${statement.position}`)}
          options={choices.map((choice) => ({ value: choice, label: t(`survey.choice.${choice}`) }))}
        />
      ))}
      <LongTextField
        t={t}
        name="words"
        label={t('survey.words')}
        hint={t('survey.words-hint')}
        rows={4}
        required={false}
        value={filledAt(props, 'words') ?? words}
        mistake={mistakeAt(t, props, 'words')}
      />
      <SubmitButton>{t(isAnswered ? 'survey.change' : 'survey.send')}</SubmitButton>
    </Form>
  )
}

/** What was chosen: in the form that was sent, or when it was answered before. */
function chosenAt(props: Props, { position }: Statement): string | undefined {
  if (props.filled) return filledAt(props, `mark-${position}`)
  const own = props.behind.marks.find((one) => one.position === position)
  if (!own) return undefined
  return own.mark === null ? 'none' : String(own.mark)
}
