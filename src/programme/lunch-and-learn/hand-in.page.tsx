import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Folded,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { confirmDays } from './address.rules.ts'
import { NeedLink, seriesTrail } from './queue.page.tsx'
import { EmailField, KeptNote, LanguageField, OrganisationField } from './sender-fields.page.tsx'
import type { Need } from './needs.sql.ts'

interface Props extends Answered {
  visit: Visit
  organisations: readonly string[]
}

/** "We want to understand how …": two things to type, and two that may be left. */
export function HandInNeedPage({ visit, organisations, ...answered }: Props) {
  const { t, member } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('lunch-and-learn.hand-in.title')}
      lead={t('lunch-and-learn.hand-in.lead')}
      trail={seriesTrail(visit, true)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <TextField
          t={t}
          name="words"
          required
          label={t('lunch-and-learn.hand-in.words')}
          hint={t('lunch-and-learn.hand-in.words-hint')}
          value={filledAt(answered, 'words')}
          mistake={mistakeAt(t, answered, 'words')}
        />
        <EmailField t={t} member={member} answered={answered} />
        <OrganisationField t={t} answered={answered} organisations={organisations} />
        <More t={t} answered={answered} />
        <KeptNote visit={visit} />
        <SubmitButton>{t('lunch-and-learn.hand-in.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** What most people leave as it is. */
const More = ({ t, answered }: { t: Visit['t']; answered: Answered }) => (
  <Folded
    summary={t('lunch-and-learn.hand-in.more')}
    open={Boolean(answered.mistakes?.['why'] ?? answered.mistakes?.['language'])}
  >
    <LongTextField
      t={t}
      name="why"
      rows={4}
      required={false}
      label={t('lunch-and-learn.hand-in.why')}
      hint={t('lunch-and-learn.hand-in.why-hint')}
      value={filledAt(answered, 'why')}
      mistake={mistakeAt(t, answered, 'why')}
    />
    <LanguageField t={t} answered={answered} />
  </Folded>
)

/** Who knows something offers to speak: about a need, or about a topic of their own. */
export function OfferPage({ visit, organisations, need, ...answered }: Props & { need: Need | null }) {
  const { t, member } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('lunch-and-learn.offer.title')}
      lead={t(need ? 'lunch-and-learn.offer.lead-on' : 'lunch-and-learn.offer.lead')}
      trail={seriesTrail(visit, true)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {need && (
        <p>
          {t('lunch-and-learn.offer.on')} <NeedLink visit={visit} need={need} />
        </p>
      )}
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="need" value={need ? String(need.number) : ''} />
        <TextField
          t={t}
          name="topic"
          required
          label={t('lunch-and-learn.offer.topic')}
          hint={t('lunch-and-learn.offer.topic-hint')}
          value={filledAt(answered, 'topic')}
          mistake={mistakeAt(t, answered, 'topic')}
        />
        <LongTextField
          t={t}
          name="about"
          rows={4}
          required={false}
          label={t('lunch-and-learn.offer.about')}
          value={filledAt(answered, 'about')}
          mistake={mistakeAt(t, answered, 'about')}
        />
        <EmailField t={t} member={member} answered={answered} />
        <OrganisationField t={t} answered={answered} organisations={organisations} />
        <LanguageField t={t} answered={answered} />
        <KeptNote visit={visit} />
        <SubmitButton>{t('lunch-and-learn.offer.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** The same for everybody, whether the address was known, new or written to too often. */
export function SentPage({ visit }: { visit: Visit }) {
  const { t, member } = visit
  const who = member ? 'member' : 'guest'
  return (
    <Page
      visit={visit}
      title={t(`lunch-and-learn.sent.title-${who}`)}
      lead={t(`lunch-and-learn.sent.lead-${who}`, { days: confirmDays })}
      trail={seriesTrail(visit, true)}
    >
      {!member && <p>{t('lunch-and-learn.sent.nothing')}</p>}
      <p>
        <a href={visit.to('/needs')}>{t('lunch-and-learn.sent.queue')}</a>
      </p>
    </Page>
  )
}
