import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Words } from '#platform/words.ts'
import type { Asking } from './ask-at-sign-up.ts'
import { authorsKeptDays } from './keep.rules.ts'
import { keptUntil } from './kept-until.ts'
import { QuestionFields, TableQuestionField } from './question-fields.page.tsx'

interface Props {
  t: Words
  answered: Answered
  event: { ends_at: string }
  asking: Asking
}

/** Everything that the organisers of this event ask at sign-up; nothing where they ask nothing. */
export function AskedFields({ t, answered, event, asking }: Props) {
  const until = dateInWords(t.language, keptUntil(event, authorsKeptDays))
  return (
    <>
      <QuestionFields t={t} answered={answered} event={event} questions={asking.questions} />
      {asking.tableQuestion && <TableQuestionField t={t} answered={answered} until={until} />}
    </>
  )
}
