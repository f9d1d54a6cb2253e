import type { Visit } from '#platform/http.ts'
import { Text } from '#platform/ui/text.tsx'
import type { Reads } from '../tables.ts'
import { loadQuestions } from './load-questions.ts'
import { SourcesInWords } from './source.page.tsx'

/** On the page of a forum: what its tables talk about, and where the questions come from. */
export async function tableQuestionsPart(db: Reads, visit: Visit, eventId: string) {
  const questions = await loadQuestions(db, eventId)
  if (questions.length === 0) return null
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="table-questions">
      <h2 id="table-questions">{t('table-questions.part.title')}</h2>
      <ol class="table-questions">
        {questions.map(({ words, sources }) => (
          <li>
            <p class="asked">
              <Text of={words} t={t} />
            </p>
            <SourcesInWords visit={visit} sources={sources} />
          </li>
        ))}
      </ol>
    </section>
  )
}
