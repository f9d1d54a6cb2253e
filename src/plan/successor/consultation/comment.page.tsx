import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages, type Texts } from '#platform/language.ts'
import {
  Check,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { LongText } from '#platform/ui/text.tsx'
import type { CommentRow } from '../tables.ts'
import { confirmDays, keptDaysAfterAdoption } from './consultation.rules.ts'

const nextTrail = (visit: Visit) => [{ href: visit.to('/plan/next'), label: visit.t('successor.title') }]

interface Props extends Answered {
  visit: Visit
  lastDay: string | null
  /** What the comment is about, as it stands; null for the whole draft. */
  about: Texts | null
  id: string
}

/** Where anybody says something of the draft, without an account. */
export function CommentPage(props: Props) {
  const { visit, lastDay, about } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  // Nobody fills in what cannot be sent; but what somebody has written is kept for them to copy.
  const mayWrite = props.refusal === undefined || props.filled !== undefined
  return (
    <Page
      visit={visit}
      title={t('successor.comment.title')}
      lead={lastDay ? t('successor.comment.lead', { date: dateInWords(language, lastDay) }) : undefined}
      trail={nextTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {about && (
        <Card tinted>
          <LongText of={about} t={t} />
        </Card>
      )}
      {mayWrite && <Fields {...props} />}
    </Page>
  )
}

function Fields(props: Props) {
  const { visit, id } = props
  const { t, language } = visit
  const line = (name: 'name' | 'organisation' | 'email') => ({
    ...{ t, name, label: t(`successor.comment.field-${name}`) },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
      <LongTextField
        t={t}
        name="words"
        label={t('successor.comment.field-words')}
        hint={t('successor.comment.words-hint')}
        value={filledAt(props, 'words')}
        mistake={mistakeAt(t, props, 'words')}
        rows={6}
      />
      <Select
        t={t}
        name="language"
        label={t('successor.comment.field-language')}
        value={filledAt(props, 'language') ?? language}
        mistake={mistakeAt(t, props, 'language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <TextField {...line('organisation')} required={false} />
      <TextField {...line('name')} autocomplete="name" required={false} />
      <Check
        t={t}
        name="shows_name"
        label={t('successor.comment.show-name')}
        checked={filledAt(props, 'shows_name') === 'yes'}
        mistake={mistakeAt(t, props, 'shows_name')}
      />
      <TextField
        {...line('email')}
        type="email"
        autocomplete="email"
        hint={t('successor.comment.email-hint')}
      />
      <p class="quiet">{t('successor.public-record')}</p>
      <p class="quiet">{t('successor.comment.kept', { days: keptDaysAfterAdoption })}</p>
      <SubmitButton>{t('successor.comment.button')}</SubmitButton>
    </Form>
  )
}

/** The comment counts when the mailed link has been pressed. */
export const AskedPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('successor.asked.title')}
    lead={visit.t('successor.asked.lead', { days: confirmDays })}
    trail={nextTrail(visit)}
  >
    <LinkButton href={visit.to('/plan/next')} variant="secondary">
      {visit.t('successor.asked.back')}
    </LinkButton>
  </Page>
)

/** Where the mailed link leads: whoever wrote it says that it was them, or takes it back. */
export function MinePage(props: Answered & { visit: Visit; comment: CommentRow }) {
  const { visit, comment } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isConfirmed = comment.confirmed_at !== null
  return (
    <Page
      visit={visit}
      title={t('successor.mine.title')}
      trail={nextTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {isConfirmed && (
        <Notice kind="good" live>
          {t(`successor.mine.is-${comment.state}`)}
        </Notice>
      )}
      <Card tinted>
        <div lang={comment.language}>
          {comment.words.split(/\n+/).map((line) => (
            <p>{line}</p>
          ))}
        </div>
      </Card>
      {comment.held_reason && <p>{comment.held_reason}</p>}
      <Form>
        <Actions>
          {!isConfirmed && (
            <SubmitButton name="do" value="confirm">
              {t('successor.mine.confirm')}
            </SubmitButton>
          )}
          {comment.answer_id === null && (
            <SubmitButton variant="secondary" danger name="do" value="take-back">
              {t('successor.mine.take-back')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </Page>
  )
}

/** A link that is not whole, or whose comment is gone. */
export const OldLinkPage = ({ visit }: { visit: Visit }) => (
  <Page visit={visit} title={visit.t('successor.mine.old-title')} lead={visit.t('successor.mine.old-lead')}>
    <LinkButton href={visit.to('/plan/next')}>{visit.t('successor.asked.back')}</LinkButton>
  </Page>
)
