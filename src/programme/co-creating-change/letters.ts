import { hashOf, newToken } from '#platform/ids.ts'
import { queueMails } from '#platform/mail/index.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Writes } from '../tables.ts'
import { addCourseLinks, type ApplicationRow } from './applications.sql.ts'
import { type CourseLetterKind, courseMail } from './course.mail.ts'
import { type CourseRow, sessionsOf } from './courses.sql.ts'

/** Something to tell somebody who applied. */
export interface Tiding {
  kind: CourseLetterKind
  application: ApplicationRow
  /** A letter with a key is written once. */
  key?: string
}

/**
 * Writes a letter to each of them, with a link of its own to the page of their application. Answers with the links, in
 * the same order; '' where nobody could be written to.
 */
export async function tellApplicants(
  tx: Writes,
  course: CourseRow,
  tidings: readonly Tiding[],
  letters: Letters,
): Promise<string[]> {
  if (tidings.length === 0) return []
  const sessions = await sessionsOf(tx, course.id)
  const written = tidings.map((tiding) => {
    const token = newToken()
    return { ...tiding, token, mail: courseMail(tiding, { course, sessions, token, letters }) }
  })
  const sent = written.filter(({ mail }) => mail !== null)
  await addCourseLinks(
    tx,
    sent.map(({ application, token }) => ({
      ...{ token_hash: hashOf(token), application_id: application.id, created_at: letters.now },
    })),
  )
  await queueMails(
    tx,
    sent.flatMap(({ mail }) => mail ?? []),
    letters.now,
  )
  return written.map(({ mail, token }) => (mail === null ? '' : token))
}
