import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Candidate } from './candidates.ts'
import type { TableQuestion } from './load-questions.ts'
import { CandidateWords } from './questions.page.tsx'
import { SourcesInWords } from './source.page.tsx'

interface Props extends Answered {
  visit: Visit
  event: { id: string; title: Texts }
  /** Null for a new one. */
  question: TableQuestion | null
  /** What a new one is made from, and a wording to begin with. */
  taken?: readonly Candidate[]
  suggested?: Texts
}

/** A question for the tables, in up to three languages. */
export function EditQuestionPage(props: Props) {
  const { visit, event, question, taken = [], suggested = {} } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t(question ? 'table-questions.edit.title' : 'table-questions.edit.new')}
      wrong={problems.length > 0}
      trail={[
        { href: visit.to(`/office/events/${event.id}`), label: inLanguage(event.title, language) },
        {
          href: visit.to(`/office/events/${event.id}/table-questions`),
          label: t('table-questions.title'),
        },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {taken.length > 0 && (
        <section class="stack-tight">
          <h2>{t('table-questions.edit.made-from')}</h2>
          <ul>
            {taken.map((one) => (
              <li>
                <CandidateWords visit={visit} one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {question && <SourcesInWords visit={visit} sources={question.sources} />}
      <Form>
        {!question && <input type="hidden" name="id" value={filledAt(props, 'id')} />}
        {taken.map(({ key }) => (
          <input type="hidden" name="from" value={key} />
        ))}
        <TextsField
          t={t}
          name="words"
          label={t('table-questions.edit.words')}
          hint={t('table-questions.edit.words-hint')}
          required
          rows={3}
          value={textsAt(
            { filled: props.mistakes || props.refusal ? props.filled : undefined } as Answered,
            'words',
            question?.words ?? suggested,
          )}
          mistakes={mistakesInWords(t, props)}
        />
        <SubmitButton>{t('table-questions.edit.save')}</SubmitButton>
        {question && (
          <SubmitButton variant="secondary" danger name="do" value="remove">
            {t('table-questions.edit.remove')}
          </SubmitButton>
        )}
      </Form>
    </Page>
  )
}
