import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import {
  Check,
  filledAt,
  Folded,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { MailWait } from '#platform/ui/mail-wait.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Trap } from '#platform/ui/trap.tsx'
import type { HeldFor } from './held.rules.ts'
import { confirmDays, monthsKept } from './robot.rules.ts'
import { ideasTrail } from './standing.page.tsx'

type Props = Answered & { visit: Visit; days: number }

/** Three questions and an address. The file comes last, so that no words are lost with one that is too large. */
export function NewIdeaPage({ visit, days, ...answered }: Props) {
  const { t, to } = visit
  const problems = problemsOf(t, answered)
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('ideas.new.title')}
      lead={t('ideas.new.lead', { days })}
      trail={ideasTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form files>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="opened" value={filledAt(answered, 'opened')} />
        <LongTextField {...field('what')} required rows={2} label={t('ideas.new.what')} />
        <LongTextField {...field('why')} required rows={5} label={t('ideas.new.why')} />
        <TextField
          {...field('place')}
          required={false}
          label={t('ideas.new.place')}
          hint={t('ideas.new.place-hint')}
        />
        <EmailField visit={visit} answered={answered} />
        <More visit={visit} answered={answered} />
        <Trap visit={visit} />
        <FileField visit={visit} mistake={mistakeAt(t, answered, 'file')} />
        <Notice>
          <p>{t('ideas.new.public-record')}</p>
          <p>
            {t('ideas.new.kept', { months: monthsKept })}{' '}
            <a href={to('/about/privacy')}>{t('ideas.new.privacy')}</a>
          </p>
        </Notice>
        <SubmitButton>{t('ideas.new.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Not asked of those who have signed in: their address is known. */
export function EmailField({ visit: { t, member }, answered }: { visit: Visit; answered: Answered }) {
  if (member) return <p>{t('ideas.form.as-member', { email: member.email })}</p>
  return (
    <TextField
      t={t}
      name="email"
      type="email"
      autocomplete="email"
      required
      label={t('ideas.form.email')}
      hint={t('ideas.form.email-hint')}
      value={filledAt(answered, 'email')}
      mistake={mistakeAt(t, answered, 'email')}
    />
  )
}

/** What most people leave as it is. */
function More({ visit: { t }, answered }: { visit: Visit; answered: Answered }) {
  const isWrong = ['name', 'language'].some((name) => answered.mistakes?.[name])
  return (
    <Folded summary={t('ideas.new.more')} open={isWrong || Boolean(filledAt(answered, 'name'))}>
      <TextField
        t={t}
        name="name"
        autocomplete="name"
        required={false}
        label={t('ideas.new.name')}
        hint={t('ideas.new.name-hint')}
        value={filledAt(answered, 'name')}
        mistake={mistakeAt(t, answered, 'name')}
      />
      <Check
        t={t}
        name="show_name"
        label={t('ideas.new.show-name')}
        checked={filledAt(answered, 'show_name') === 'yes'}
      />
      <LanguageField t={t} answered={answered} />
    </Folded>
  )
}

export const LanguageField = ({ t, answered }: { t: Visit['t']; answered: Answered }) => (
  <Select
    t={t}
    name="language"
    label={t('ideas.form.language')}
    options={languages.map((value) => ({ value, label: languageNames[value] }))}
    value={filledAt(answered, 'language') ?? t.language}
    mistake={mistakeAt(t, answered, 'language')}
  />
)

function FileField({ visit: { t }, mistake }: { visit: Visit; mistake: string | undefined }) {
  const describedBy = mistake ? 'field-file-hint field-file-mistake' : 'field-file-hint'
  return (
    <div class="ds-field">
      <label class="ds-label" for="field-file">
        {t('ideas.new.file')}
        <span class="optional"> {t('platform.ui.optional')}</span>
      </label>
      <p data-field="description" id="field-file-hint">
        {t('ideas.new.file-hint')}
      </p>
      {mistake && (
        <p class="ds-validation-message" id="field-file-mistake">
          <span class="unseen">{t('platform.ui.wrong')} </span>
          {mistake}
        </p>
      )}
      <input
        class="ds-input"
        id="field-file"
        name="file"
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.webp,.gif,.avif"
        aria-describedby={describedBy}
        aria-invalid={mistake ? 'true' : undefined}
      />
    </div>
  )
}

/** The same for everybody, whether the address was known, new or written to too often. */
interface SentProps {
  visit: Visit
  kind: string
  held: HeldFor | null
  /** In how many minutes the mail comes. */
  minutes: number
}

export function SentPage({ visit, kind, held, minutes }: SentProps) {
  const { t, to, member } = visit
  const who = member ? 'member' : 'guest'
  return (
    <Page
      visit={visit}
      title={t(`ideas.sent.title-${who}`)}
      lead={t(`ideas.sent.lead-${who}`, { days: confirmDays })}
      trail={ideasTrail(visit)}
    >
      <MailWait visit={visit} minutes={minutes} />
      {held && <Notice kind="waiting">{t(`ideas.held.${held}`)}</Notice>}
      {kind === 'idea' && <p>{t('ideas.sent.then')}</p>}
      <p>
        <a href={to('/ideas')}>{t('ideas.sent.all')}</a>
      </p>
    </Page>
  )
}
