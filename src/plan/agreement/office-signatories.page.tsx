import { CsvLink } from '#platform/ui/csv-link.tsx'
import { dateAndTime, shortDate } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { DataTable, Empty, Facts, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Signatory } from './signatories.sql.ts'

const officeTrail = ({ t, to }: Visit) => [
  { href: to('/office'), label: t('office.title') },
  { href: to('/office/agreement'), label: t('agreement.office.title') },
]

/** Everybody who has asked to join: those that wait for an answer first. */
export function OfficeSignatoriesPage({ visit, all }: { visit: Visit; all: readonly Signatory[] }) {
  const { t, language } = visit
  const states = ['waiting', 'joined', 'turned-down', 'left'] as const
  return (
    <Page
      visit={visit}
      title={t('agreement.signatories.office')}
      lead={t('agreement.signatories.office-lead')}
      trail={officeTrail(visit)}
    >
      {states.map((state) => {
        const some = all.filter((one) => one.state === state)
        const heading = t(`agreement.signatories.state.${state}`)
        return (
          <div class="section stack">
            <h2>{heading}</h2>
            {some.length === 0 ? (
              <Empty>{t('agreement.signatories.state-none')}</Empty>
            ) : (
              <DataTable
                caption={heading}
                captionUnseen
                head={[t('agreement.signatories.name'), t('agreement.signatories.asked')]}
                rows={some.map((one) => [
                  <a href={visit.to(`/office/agreement/signatories/${one.id}`)}>{one.organisation_name}</a>,
                  shortDate(language, one.asked_at),
                ])}
              />
            )}
          </div>
        )
      })}
      <CsvLink visit={visit} href="/office/agreement/signatories.csv" />
    </Page>
  )
}

interface OneProps extends Answered {
  visit: Visit
  one: Signatory
  done?: boolean
}

/** One organisation that has asked, and what becomes of it. */
export function SignatoryPage(props: OneProps) {
  const { visit, one, done } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const directory = one.directory_name
    ? inLanguage(one.directory_name, language)
    : t('agreement.signatory.not-listed')
  const gone = t('agreement.signatory.forgotten')
  return (
    <Page
      visit={visit}
      title={one.organisation_name}
      wrong={problems.length > 0}
      trail={[
        ...officeTrail(visit),
        { href: visit.to('/office/agreement/signatories'), label: t('agreement.signatories.office') },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {done && (
        <Notice kind="good" live>
          {t('agreement.signatory.done')}
        </Notice>
      )}
      <Facts
        rows={[
          [t('agreement.signatory.state'), t(`agreement.signatories.state.${one.state}`)],
          [t('agreement.signatories.category'), t(`agreement.category.${one.category}`)],
          [t('agreement.signatory.directory'), directory],
          [t('agreement.signatories.asked'), dateAndTime(language, one.asked_at)],
          [t('agreement.signatory.conditions'), dateAndTime(language, one.conditions_at)],
          [t('agreement.join.field.name'), one.person_name ?? gone],
          [t('agreement.join.field.email'), one.email ?? gone],
          ...(one.reason ? [[t('agreement.signatory.reason'), one.reason] as const] : []),
        ]}
      />
      {one.about && <p class="kept-lines">{one.about}</p>}
      {one.state === 'waiting' && <DecideFields {...props} />}
      {one.state === 'joined' && (
        <section class="section stack" aria-labelledby="leave">
          <h2 id="leave">{t('agreement.signatory.leave')}</h2>
          <p>{t('agreement.signatory.leave-says')}</p>
          <Form>
            <input type="hidden" name="what" value="leave" />
            <ReasonField {...props} required />
            <SubmitButton danger>{t('agreement.signatory.leave-button')}</SubmitButton>
          </Form>
        </section>
      )}
    </Page>
  )
}

function ReasonField(props: OneProps & { required: boolean }) {
  const { t } = props.visit
  return (
    <LongTextField
      t={t}
      name="reason"
      label={t('agreement.signatory.reason')}
      hint={t('agreement.signatory.reason-hint')}
      value={filledAt(props, 'reason')}
      mistake={mistakeAt(t, props, 'reason')}
      required={props.required}
      rows={3}
    />
  )
}

function DecideFields(props: OneProps) {
  const { t } = props.visit
  return (
    <Form>
      <Choice
        t={t}
        name="answer"
        label={t('agreement.signatory.question')}
        options={(['accept', 'turn-down'] as const).map((value) => ({
          value,
          label: t(`agreement.signatory.answer.${value}`),
        }))}
        value={filledAt(props, 'answer')}
        mistake={mistakeAt(t, props, 'answer')}
      />
      <ReasonField {...props} required={false} />
      <SubmitButton>{t('agreement.signatory.button')}</SubmitButton>
    </Form>
  )
}
