import type { Member } from '#platform/http.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import type { Writes } from '../tables.ts'
import { assignedMail } from './assigned.mail.ts'
import { receiverOf } from './assignments.sql.ts'
import { pathOf } from './inbox.rules.ts'
import type { InboxItem } from './inbox.sql.ts'
import { wordsOf } from './inbox.page.tsx'

export interface AssigningLetters {
  now: Instant
  url: (language: Language, path: string) => string
}

/** Tells whom questions were given to, with one mail for one press; whoever takes one themselves knows. */
export async function tellAssigned(
  tx: Writes,
  { by, to }: { by: Member; to: string },
  given: readonly InboxItem[],
  { now, url }: AssigningLetters,
): Promise<void> {
  const questions = given.filter(({ kind }) => kind === 'question')
  const [first, second] = questions
  if (!first || to === by.id) return
  const receiver = await receiverOf(tx, to)
  if (!receiver) return
  const path = second ? '/office/inbox?kind=question&to=me' : pathOf(first)
  const mail = assignedMail({
    ...{ to: receiver, by: by.name, url: url(receiver.language, path) },
    questions: questions.map((item) => ({ number: item.ref, words: wordsOf(item, receiver.language) })),
  })
  await queueMail(tx, mail, now)
}
