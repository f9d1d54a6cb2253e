import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages, inLanguage } from '#platform/language.ts'
import {
  Choice,
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
import { MailWait } from '#platform/ui/mail-wait.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Trap } from '#platform/ui/trap.tsx'
import { confirmDays, monthsKept } from './keep.rules.ts'
import type { Need } from './needs.sql.ts'
import { partnerKinds, pledgeUnits, publishing } from './pledge.rules.ts'
import { partnersTrail } from './trails.ts'

type Props = Answered & { visit: Visit; needs: readonly Need[]; days: number }

/** What somebody would like to give, whoever they are. Nothing is promised before both have talked. */
export function PledgeFormPage({ visit, needs, days, ...answered }: Props) {
  const { t, to } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('partners.form.title')}
      lead={t('partners.form.lead', { days })}
      trail={partnersTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <input type="hidden" name="opened" value={filledAt(answered, 'opened')} />
        <Gift visit={visit} needs={needs} answered={answered} />
        <Giver visit={visit} answered={answered} />
        <Trap visit={visit} />
        <Notice>
          <p>{t('partners.independence.short')}</p>
          <p>{t('partners.form.public-record')}</p>
          <p>
            {t('partners.form.kept', { months: monthsKept })}{' '}
            <a href={to('/about/privacy')}>{t('partners.form.privacy')}</a>
          </p>
        </Notice>
        <SubmitButton>{t('partners.form.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

const fieldOf = (visit: Visit, answered: Answered) => (name: string) => ({
  ...{ t: visit.t, name, value: filledAt(answered, name), mistake: mistakeAt(visit.t, answered, name) },
})

interface PartProps {
  visit: Visit
  answered: Answered
}

function Gift({ visit, needs, answered }: PartProps & { needs: readonly Need[] }) {
  const { t, language } = visit
  const field = fieldOf(visit, answered)
  return (
    <>
      <Choice
        {...field('kind')}
        label={t('partners.form.kind')}
        options={partnerKinds.map((value) => ({ value, label: t(`partners.kind.${value}`) }))}
      />
      {needs.length > 0 && (
        <Select
          {...field('need')}
          required={false}
          label={t('partners.form.need')}
          none={t('partners.form.no-need')}
          options={needs.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
        />
      )}
      <LongTextField
        {...field('what')}
        required
        rows={4}
        label={t('partners.form.what')}
        hint={t('partners.form.what-hint')}
      />
      <TextField
        {...field('amount')}
        required={false}
        inputmode="numeric"
        size={10}
        label={t('partners.form.amount')}
        hint={t('partners.form.amount-hint')}
      />
      <Select
        {...field('unit')}
        required={false}
        label={t('partners.form.unit')}
        none={t('partners.form.no-unit')}
        options={pledgeUnits.map((value) => ({ value, label: t(`partners.unit.${value}`) }))}
      />
      <TextField
        {...field('at_what_time')}
        required={false}
        label={t('partners.form.when')}
        hint={t('partners.form.when-hint')}
      />
    </>
  )
}

function Giver({ visit, answered }: PartProps) {
  const { t, member } = visit
  const field = fieldOf(visit, answered)
  return (
    <>
      <Choice
        {...field('giver')}
        label={t('partners.form.giver')}
        options={(['organisation', 'person'] as const).map((value) => ({
          value,
          label: t(`partners.form.giver-${value}`),
        }))}
      />
      <TextField {...field('giver_name')} required label={t('partners.form.giver-name')} />
      <TextField
        {...field('contact_name')}
        required={false}
        autocomplete="name"
        label={t('partners.form.contact-name')}
      />
      {member ? (
        <p>{t('partners.form.as-member', { email: member.email })}</p>
      ) : (
        <TextField
          {...field('email')}
          type="email"
          autocomplete="email"
          required
          label={t('partners.form.email')}
          hint={t('partners.form.email-hint')}
        />
      )}
      <PublishChoice visit={visit} answered={answered} />
      <Select
        {...field('language')}
        value={filledAt(answered, 'language') ?? t.language}
        label={t('partners.form.language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </>
  )
}

/** What everybody may read of it, should it be given. */
export const PublishChoice = ({ visit: { t }, answered }: PartProps) => (
  <Choice
    t={t}
    name="publish"
    label={t('partners.form.publish')}
    hint={t('partners.form.publish-hint')}
    options={publishing.map((value) => ({
      value,
      label: t(`partners.publish.${value}`),
      hint: t(`partners.publish-says.${value}`),
    }))}
    value={filledAt(answered, 'publish')}
    mistake={mistakeAt(t, answered, 'publish')}
  />
)

/** The same for everybody, whether the address was known, new or written to too often. */
export function SentPage({ visit, minutes }: { visit: Visit; minutes: number }) {
  const { t, to, member } = visit
  const who = member ? 'member' : 'guest'
  return (
    <Page
      visit={visit}
      title={t(`partners.sent.title-${who}`)}
      lead={t(`partners.sent.lead-${who}`, { days: confirmDays })}
      trail={partnersTrail(visit)}
    >
      <MailWait visit={visit} minutes={minutes} />
      <p>
        <a href={to('/partners')}>{t('partners.sent.back')}</a>
      </p>
    </Page>
  )
}
