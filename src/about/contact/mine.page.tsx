import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Question } from './questions.sql.ts'

const contactTrail = ({ t, to }: Visit) => [{ href: to('/contact'), label: t('contact.title') }]

/** The page behind the link in mails: what was asked, by when it is answered, and the answer. */
export function MinePage({ visit, question }: { visit: Visit; question: Question }) {
  const { t, language } = visit
  const { confirmed_at, answer_due_on, answer, answered_by, answered_at } = question
  return (
    <Page visit={visit} title={t('contact.mine.title')} trail={contactTrail(visit)}>
      {confirmed_at === null && (
        <Form>
          <p>{t('contact.mine.confirm-says')}</p>
          <SubmitButton name="do" value="confirm">
            {t('contact.mine.confirm')}
          </SubmitButton>
        </Form>
      )}
      <h2>{t('contact.mine.asked')}</h2>
      <p class="prose" lang={question.language}>
        {question.words}
      </p>
      {answered_at !== null && (
        <>
          <h2>{t('contact.mine.answer')}</h2>
          <p class="quiet">
            {t('contact.mine.answered-by', {
              name: answered_by ?? '',
              day: dateInWords(language, localDate(answered_at)),
            })}
          </p>
          <p class="prose" lang={question.language}>
            {answer}
          </p>
        </>
      )}
      {confirmed_at !== null && answered_at === null && answer_due_on && (
        <p>{t('contact.mine.due', { day: dateInWords(language, answer_due_on) })}</p>
      )}
    </Page>
  )
}

/** A link that leads nowhere any longer. */
export const OldQuestionLinkPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('contact.old-link.title')}
    lead={visit.t('contact.old-link.lead')}
    trail={contactTrail(visit)}
  />
)
