import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, languageNames, type Texts } from '#platform/language.ts'
import { begunWith, type PreparedChoice } from '#platform/prepared-texts.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { filledAt, Form, LongTextField, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Facts, Link, Notice, Tag } from '#platform/ui/parts.tsx'
import { ChoosePrepared } from '#platform/ui/prepared.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { applicationsOpen, Claim } from './applications.sql.ts'
import type { DoubleReason } from './doubles.rules.ts'
import { numberInWords } from './number.rules.ts'
import type { ApplicationRow } from './tables.ts'

interface QueueProps {
  visit: Visit
  applications: Awaited<ReturnType<typeof applicationsOpen>>
  claims: readonly Claim[]
}

const officeTrail = ({ t, to }: Visit) => [{ href: to('/office/network'), label: t('network.office') }]
export const queueTrail = (visit: Visit) => [
  ...officeTrail(visit),
  { href: visit.to('/office/network/queue'), label: visit.t('organisations.queue.title') },
]

const waited = ({ t, now }: Visit, since: string | null): string =>
  t('organisations.queue.days', { days: since ? daysBetween(localDate(since), localDate(now)) : 0 })

/** What waits for the office, those who wait the longest first. */
export function QueuePage({ visit, applications, claims }: QueueProps) {
  const { t, to, language } = visit
  return (
    <Page visit={visit} title={t('organisations.queue.title')} trail={officeTrail(visit)}>
      {applications.length + claims.length === 0 && (
        <Empty>
          <p>{t('organisations.queue.nothing')}</p>
        </Empty>
      )}
      {applications.length > 0 && (
        <DataTable
          caption={t('organisations.queue.applications')}
          head={[t('network.form.name'), t('organisations.queue.waiting'), t('organisations.queue.turn')]}
          rows={applications.map(({ id, profile, waiting_since, state }) => [
            <a href={to(`/office/network/applications/${id}`)}>{inLanguage(profile.name, language)}</a>,
            waited(visit, waiting_since),
            state === 'waiting' ? (
              <Tag kind="waiting">{t('organisations.queue.turn-office')}</Tag>
            ) : (
              <Tag>{t('organisations.queue.turn-applicant')}</Tag>
            ),
          ])}
        />
      )}
      {claims.length > 0 && (
        <DataTable
          caption={t('organisations.queue.claims')}
          head={[t('network.form.name'), t('organisations.queue.waiting'), t('organisations.queue.who')]}
          rows={claims.map((claim) => [
            <a href={to(`/office/network/claims/${claim.id}`)}>{inLanguage(claim.organisation, language)}</a>,
            waited(visit, claim.confirmed_at),
            claim.name ?? '–',
          ])}
        />
      )}
    </Page>
  )
}

export interface Double {
  id: string
  slug: string
  name: Texts
  reason: DoubleReason
}

interface ApplicationProps extends Answered {
  visit: Visit
  prepared: PreparedChoice
  application: ApplicationRow
  doubles: readonly Double[]
}

export function OfficeApplicationPage(props: ApplicationProps) {
  const { visit, application, doubles, prepared, ...answered } = props
  const { t, language } = visit
  const { profile, state } = application
  const problems = problemsOf(t, answered)
  const isOpen = state === 'waiting' || state === 'to-complete'
  return (
    <Page
      visit={visit}
      title={inLanguage(profile.name, language)}
      lead={t(`organisations.office.state-${state}`)}
      trail={queueTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Doubles visit={visit} doubles={doubles} />
      <LongText of={profile.about} t={t} />
      <Facts rows={factsOf(visit, application)} />
      {isOpen && (
        <AnswerForm
          {...{ visit, answered, prepared }}
          answers={['verify', 'ask-to-complete', 'turn-down']}
          of={application}
          path={`/office/network/applications/${application.id}`}
        />
      )}
    </Page>
  )
}

function factsOf(visit: Visit, application: ApplicationRow): (readonly [string, Child])[] {
  const { t, language } = visit
  const { profile, number, person_name, email, how_democratic, asked_at } = application
  return [
    [t('network.fact.kind'), t(`organisations.kind.${profile.kind}`)],
    [t('organisations.fact.number'), number && numberInWords(number)],
    [
      t('organisations.fact.for-whom'),
      Object.keys(profile.for_whom).length > 0 && <Text of={profile.for_whom} t={t} />,
    ],
    [t('organisations.fact.areas'), profile.areas.map((one) => t(`organisations.area.${one}`)).join(', ')],
    [t('network.fact.website'), profile.website && <Link href={profile.website} />],
    [t('network.fact.contact'), profile.contact_email],
    [t('organisations.join.conditions'), t('organisations.office.all-ticked')],
    [t('organisations.join.how-democratic'), how_democratic],
    [t('organisations.office.asked-by'), person_name && `${person_name}, ${email}`],
    [t('organisations.form.language'), languageNames[application.language]],
    [t('organisations.office.asked-on'), dateInWords(language, localDate(asked_at))],
    [t('organisations.office.said'), application.reason],
  ]
}

function Doubles({ visit: { t, to }, doubles }: { visit: Visit; doubles: readonly Double[] }) {
  if (doubles.length === 0) return null
  return (
    <Notice kind="late" title={t('organisations.office.doubles')}>
      <ul class="plain-list">
        {doubles.map(({ slug, name, reason }) => (
          <li>
            <a href={to(`/network/organisations/${slug}`)}>
              <Text of={name} t={t} />
            </a>{' '}
            <span class="small quiet">{t(`organisations.double.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface AnswerProps {
  visit: Visit
  answered: Answered
  answers: readonly string[]
  prepared: PreparedChoice
  /** Whom it is said to, in their language; and the page, without its own. */
  of: { language: Language }
  path: string
}

/** One field for the reason, and a button for each answer. */
export function AnswerForm({ visit, answered, answers, prepared, of, path }: AnswerProps) {
  const { t } = visit
  return (
    <section id="answer" class="stack">
      <ChoosePrepared visit={visit} prepared={prepared} path={`${path}#answer`} />
      <Form>
        <LongTextField
          t={t}
          name="reason"
          required={false}
          rows={3}
          label={t('organisations.office.reason')}
          hint={t('organisations.office.reason-hint')}
          value={filledAt(answered, 'reason') ?? begunWith(prepared, of.language)}
        />
        <div class="actions">
          {answers.map((answer, index) => (
            <SubmitButton name="answer" value={answer} variant={index === 0 ? 'primary' : 'secondary'}>
              {t(`organisations.office.${answer}`)}
            </SubmitButton>
          ))}
        </div>
      </Form>
    </section>
  )
}
