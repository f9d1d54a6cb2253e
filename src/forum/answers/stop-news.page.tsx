import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'

interface Props {
  visit: Visit
  link: { title: Texts; stopped_at: string | null }
}

/** Where somebody who was at the tables says that they want to hear no more of answers. */
export function StopNewsPage({ visit, link }: Props) {
  const { t, language } = visit
  const title = inLanguage(link.title, language)
  const isStopped = link.stopped_at !== null
  return (
    <Page
      visit={visit}
      title={t('answers.stop.title')}
      lead={t(isStopped ? 'answers.stop.done' : 'answers.stop.lead', { title })}
    >
      {!isStopped && (
        <Form>
          <SubmitButton>{t('answers.stop.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
