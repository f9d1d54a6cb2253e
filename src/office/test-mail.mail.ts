import { dateAndTime } from '#platform/dates.ts'
import type { Member } from '#platform/http.ts'
import type { Mail } from '#platform/mail/index.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'

type Receiver = Pick<Member, 'name' | 'email' | 'language'>

/** Says no more than that mails arrive, in the receiver's language, with a letter that is easily lost on the way. */
export function testMail({ name, email, language }: Receiver, officeUrl: string, now: Instant): Mail {
  const t = wordsFor(language)
  return {
    to: email,
    language,
    subject: t('office.test-mail.subject'),
    body: {
      greeting: t('office.test-mail.greeting', { name }),
      paragraphs: [t('office.test-mail.works')],
      facts: [[t('office.test-mail.asked-at'), dateAndTime(language, now)]],
      action: { label: t('office.test-mail.action'), url: officeUrl },
      why: t('office.test-mail.why'),
    },
  }
}
