import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
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
import { reminderWeeks, reminderWeeksByDefault } from './commitment.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: { title: Texts }
  /** The address of the sign-up, when it is known to be theirs. */
  ownAddress: string | null
  /** The id that it will have. */
  newId: string
}

/** "What will you do yourself?" One field; the rest is for those who want it. */
export function CommitmentFormPage({ visit, event, ownAddress, newId, ...answered }: Props) {
  const { t, language } = visit
  const problems = problemsOf(t, answered)
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  return (
    <Page
      visit={visit}
      title={t('forum-day.promise.title', { title: inLanguage(event.title, language) })}
      heading={t('forum-day.commitments.ask')}
      lead={t('forum-day.promise.lead')}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id') ?? newId} />
        <LongTextField
          {...field('words')}
          label={t('forum-day.promise.words')}
          hint={t('forum-day.promise.words-hint')}
          rows={3}
        />
        <Check
          t={t}
          name="show"
          label={t('forum-day.promise.show')}
          hint={t('forum-day.promise.show-hint')}
          checked={filledAt(answered, 'show') === 'yes'}
        />
        <TextField
          {...field('name')}
          label={t('forum-day.promise.name')}
          hint={t('forum-day.promise.name-hint')}
          autocomplete="name"
          required={false}
        />
        <Reminding visit={visit} ownAddress={ownAddress} answered={answered} />
        <p class="small quiet">{t('forum-day.promise.kept')}</p>
        <SubmitButton>{t('forum-day.promise.send')}</SubmitButton>
      </Form>
    </Page>
  )
}

interface RemindingProps extends Pick<Props, 'visit' | 'ownAddress'> {
  answered: Answered
}

/** Whether, when and where to be reminded. */
function Reminding({ visit: { t }, ownAddress, answered }: RemindingProps) {
  return (
    <>
      <Check
        t={t}
        name="remind"
        label={t('forum-day.promise.remind')}
        checked={filledAt(answered, 'remind') === 'yes'}
      />
      <Select
        t={t}
        name="weeks"
        mistake={mistakeAt(t, answered, 'weeks')}
        value={filledAt(answered, 'weeks') ?? String(reminderWeeksByDefault)}
        label={t('forum-day.promise.when')}
        options={reminderWeeks.map((weeks) => ({
          value: String(weeks),
          label: t('forum-day.promise.weeks', { weeks }),
        }))}
      />
      <TextField
        t={t}
        name="email"
        mistake={mistakeAt(t, answered, 'email')}
        type="email"
        value={filledAt(answered, 'email') ?? ownAddress}
        label={t('forum-day.promise.email')}
        hint={t(ownAddress ? 'forum-day.promise.email-own' : 'forum-day.promise.email-hint')}
        autocomplete="email"
        required={false}
      />
    </>
  )
}

/** Why nothing can be promised here now. */
export const NoPromisePage = ({ visit, event, why }: Pick<Props, 'visit' | 'event'> & { why: string }) => (
  <Page
    visit={visit}
    title={visit.t('forum-day.promise.title', { title: inLanguage(event.title, visit.language) })}
    heading={visit.t('forum-day.commitments.ask')}
    lead={visit.t(`forum-day.promise.refusal.${why}`)}
  />
)
