import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, languageNames, languages } from '#platform/language.ts'
import { textOf } from '#platform/mail/index.ts'
import {
  Folded,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  textsAt,
  TextsField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import type { LettersSent } from './letters.sql.ts'
import type { OwnTexts } from './own-texts.sql.ts'
import type { Preview } from './previews.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  texts: OwnTexts
  previews: readonly Preview[]
  /** In which the mails are shown. */
  language: Language
  sent: readonly LettersSent[]
  isSaved: boolean
}

/** The mails about an event: a text of one's own, what each of them says, and what went out. */
export function MailsPage({ visit, event, texts, previews, language, sent, isSaved, ...answered }: Props) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('reminders.mails.title', { title: inLanguage(event.title, visit.language) })}
      lead={t('reminders.mails.lead')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isSaved && <Notice kind="good" title={t('reminders.mails.saved')} live />}
      <SentLetters visit={visit} sent={sent} />
      <h2>{t('reminders.mails.own-texts')}</h2>
      <Form>
        {(['confirmation', 'reminder'] as const).map((part) => (
          <TextsField
            t={t}
            name={part}
            label={t(`reminders.mails.${part}`)}
            hint={t(`reminders.mails.${part}-hint`)}
            value={textsAt(answered, part, texts[part])}
            mistakes={mistakesInWords(t, answered)}
            rows={3}
          />
        ))}
        <SubmitButton>{t('reminders.mails.save')}</SubmitButton>
      </Form>
      <h2>{t('reminders.mails.previews')}</h2>
      <Languages visit={visit} chosen={language} />
      {previews.map((preview) => (
        <Letter visit={visit} preview={preview} />
      ))}
    </Page>
  )
}

function SentLetters({ visit, sent }: Pick<Props, 'visit' | 'sent'>) {
  const { t, language } = visit
  if (sent.length === 0) return <p>{t('reminders.mails.none-sent')}</p>
  return (
    <DataTable
      caption={t('reminders.mails.sent')}
      head={['letter', 'many', 'last'].map((column) => t(`reminders.mails.column.${column}`))}
      rows={sent.map(({ kind, letters, last }) => [
        t(`reminders.kind.${kind}`),
        String(letters),
        dateAndTime(language, last),
      ])}
    />
  )
}

const Languages = ({ visit, chosen }: { visit: Visit; chosen: Language }) => (
  <nav class="tabs" aria-label={visit.t('reminders.mails.in-language')}>
    {languages.map((one) => (
      <a href={`?language=${one}`} lang={one} aria-current={one === chosen ? 'page' : undefined}>
        {languageNames[one]}
      </a>
    ))}
  </nav>
)

const Letter = ({ visit, preview: { kind, standing, mail } }: { visit: Visit; preview: Preview }) => (
  <Folded summary={visit.t(`reminders.preview.${kind}-${standing}`)}>
    <div class="card mail-text" lang={mail.language}>
      <p>
        <strong>{mail.subject}</strong>
      </p>
      {textOf(mail.body)
        .trim()
        .split(/\n{2,}/)
        .map((part) => (
          <p>{part.split('\n').map((line, index) => [index > 0 && <br />, line])}</p>
        ))}
    </div>
  </Folded>
)
