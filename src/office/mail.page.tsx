import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { type mailWithId, textIn } from '#platform/mail/index.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Link, Notice } from '#platform/ui/parts.tsx'
import { mayRead, refusalToTryAgain } from './mails.rules.ts'
import { deskTrail } from './places.page.tsx'

interface Props extends Answered {
  visit: Visit
  hasMailServer: boolean
  mail: NonNullable<Awaited<ReturnType<typeof mailWithId>>>
}

/** One mail: where it stands, what it says, and the button to try again. */
export function MailPage(props: Props) {
  const { visit, hasMailServer, mail } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const back = { path: '/office/mails', label: t('office.mails.title') }
  return (
    <Page visit={visit} title={mail.subject} wrong={problems.length > 0} trail={deskTrail(visit, back)}>
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('office.mails.to'), mail.to_address],
          [t('office.mails.written'), dateAndTime(language, mail.created_at)],
          [t('office.mails.state'), t(`office.mail-state.${mail.state}`)],
          [t('office.mail.sent-at'), mail.sent_at && dateAndTime(language, mail.sent_at)],
          [t('office.mail.next'), mail.state === 'waiting' && dateAndTime(language, mail.next_attempt_at)],
          [t('office.mail.attempts'), mail.attempts > 0 && String(mail.attempts)],
          [t('office.mail.error'), mail.last_error],
          [t('office.mail.calendar'), mail.calendar && t('office.mail.has-calendar')],
        ]}
      />
      {refusalToTryAgain(mail.state, hasMailServer) === null && (
        <Form>
          <SubmitButton>{t('office.mail.again')}</SubmitButton>
        </Form>
      )}
      <h2>{t('office.mail.says')}</h2>
      <MailText visit={visit} mail={mail} />
    </Page>
  )
}

function MailText({ visit, mail }: Pick<Props, 'visit' | 'mail'>) {
  const { t, site } = visit
  if (!mayRead(mail, site.sample)) return <Notice>{t('office.mail.confidential')}</Notice>
  const text = textIn(mail)
  if (text === '') return <Notice>{t('office.mail.wiped')}</Notice>
  return (
    <div class="card mail-text" lang={mail.language}>
      {linesOf(text)}
    </div>
  )
}

// Paragraphs as the receiver sees them. A link stays a link, so that a trial without a mail server works; an
// address that somebody typed was broken with a space of no width when the mail was written, and stays broken.
const linesOf = (text: string) =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((part) => <p>{part.split('\n').map((line, index) => [index > 0 && <br />, oneLine(line)])}</p>)

const oneLine = (line: string) =>
  /^https?:\/\/[^\s\u200B]+$/.test(line) ? <Link href={line}>{line}</Link> : line
