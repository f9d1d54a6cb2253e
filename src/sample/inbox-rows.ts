import { found } from '#platform/errors.ts'
import type { Language } from '#platform/language.ts'
import { localDate, plus } from '#platform/time.ts'
import { workingDaysAfter } from '#platform/working-days.ts'
import { type Asked, type InboxRows, writeAsked } from './inbox.sql.ts'
import type { Staff } from './people-rows.ts'
import type { Db } from './tables.ts'
import type { Year } from './year.ts'

/** A question from the contact form; people by their place among the coordinators. */
export interface SampleQuestionAsked {
  language: Language
  name?: string
  words: string
  daysAgo: number
  assigned?: number
  answer?: string
  answeredAfter?: number
  by?: number
  spam?: InboxRows['inbox_closing']['reason']
}

const promisedDays = 5

/** Questions that wait, that were answered, and two that were put aside as spam. */
export async function addQuestionsAsked(tx: Db, year: Year, { coordinators }: Staff): Promise<void> {
  const rows: Asked = { questions: [], answers: [], assignments: [], closings: [] }
  const batch = year.id(year.now)
  const inOrder = year.content.contact.toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const [index, sample] of inOrder.entries()) {
    const sent = year.moment(-sample.daysAgo, `1${index % 6}:05`)
    const at = plus(sent, { minutes: 4 })
    const id = year.id(sent)
    const person = (place = 0): string => found(coordinators[place % coordinators.length], 'coordinator')
    rows.questions.push({
      ...{ id, number: index + 1, language: sample.language, name: sample.name ?? null, words: sample.words },
      ...{ email: `asks${index + 1}@example.org`, sent_at: sent, confirmed_at: at, forgotten_at: null },
      answer_due_on: workingDaysAfter(localDate(at), promisedDays),
    })
    if (sample.answer)
      rows.answers.push({
        ...{ question_id: id, words: sample.answer, by_person: person(sample.by) },
        at: year.moment((sample.answeredAfter ?? 1) - sample.daysAgo, '15:30'),
      })
    if (sample.assigned !== undefined)
      rows.assignments.push({
        ...{ kind: 'question', item_id: id, person_id: person(sample.assigned), by_person: person(0) },
        at: plus(at, { hours: 2 }),
      })
    if (sample.spam)
      rows.closings.push({
        ...{ id: year.id(at), batch_id: batch, kind: 'question', item_id: id, reason: sample.spam },
        ...{ by_person: person(0), at: plus(at, { hours: 3 }), undone_at: null, undone_by: null },
      })
  }
  await writeAsked(tx, rows)
}
