import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import {
  Actions,
  DataTable,
  Empty,
  Facts,
  LinkButton,
  Notice,
  Tag,
  type TagKind,
} from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { forWhomInWords } from './for-whom-words.ts'
import type { Audience } from './for-whom.sql.ts'
import { type InvitedAnswer, invitedAnswers } from './invitation.rules.ts'
import type { Invited } from './invitations.sql.ts'
import { nobodyFrom, summaryOf } from './summary.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  audience: Audience
  all: readonly Invited[]
  /** How many would be invited, and how many reminded, now. */
  toSend: number
  toRemind: number
  /** What was done last, in words. */
  done?: string | undefined
  /** The date on which those invited are forgotten. */
  forgottenOn: string
}

/** The list of those invited to an event, for those who look after it: who has answered what, and what to do next. */
export function InvitationsPage(props: Props) {
  const { visit, event, audience, all, done, forgottenOn } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const isPassedOn = audience.people_max > 1
  return (
    <Page
      visit={visit}
      title={t('invitations.list.title', { title: inLanguage(event.title, language) })}
      heading={t('invitations.list.heading')}
      trail={eventTrail(visit, event)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {done && (
        <Notice kind="good" live>
          {done}
        </Notice>
      )}
      <Facts
        rows={[
          [t('invitations.list.for-whom'), forWhomInWords(t, event) ?? t('invitations.for-whom.everyone')],
          [t('invitations.list.shown'), t(`invitations.list.shown-${event.unlisted === 1 ? 'no' : 'yes'}`)],
          [
            t('invitations.list.passing-on'),
            isPassedOn
              ? t('invitations.list.passing-on-yes', { people: audience.people_max })
              : t('invitations.list.passing-on-no'),
          ],
        ]}
      />
      <NextSteps {...props} />
      {all.length === 0 ? (
        <Empty>{t('invitations.list.nobody')}</Empty>
      ) : (
        <>
          <Summary visit={visit} all={all} />
          {invitedAnswers.map((answer) => (
            <Answers visit={visit} answer={answer} lines={all.filter((one) => one.answer === answer)} />
          ))}
          <p class="small quiet">
            {t('invitations.list.forgotten', { date: dateInWords(language, forgottenOn) })}
          </p>
        </>
      )}
    </Page>
  )
}

/** The way to the pages below the list. */
export const invitationsTrail = (visit: Visit, event: ProgrammeEvent) => [
  ...eventTrail(visit, event),
  { href: visit.to(`/office/events/${event.id}/invitations`), label: visit.t('invitations.list.heading') },
]

function NextSteps({ visit, event, toSend, toRemind }: Props) {
  const { t } = visit
  const at = (path: string): string => visit.to(`/office/events/${event.id}/invitations${path}`)
  return (
    <Actions>
      {toSend > 0 && (
        <LinkButton href={at('/send')}>{t('invitations.list.send', { people: toSend })}</LinkButton>
      )}
      <LinkButton href={at('/new')} variant={toSend > 0 ? 'secondary' : 'primary'}>
        {t('invitations.list.invite')}
      </LinkButton>
      {toRemind > 0 && (
        <LinkButton href={at('/remind')} variant="secondary">
          {t('invitations.list.remind', { people: toRemind })}
        </LinkButton>
      )}
      <LinkButton href={at('/for-whom')} variant="secondary">
        {t('invitations.list.set-for-whom')}
      </LinkButton>
    </Actions>
  )
}

/** Who is still missing, in numbers by sector. */
function Summary({ visit, all }: Pick<Props, 'visit' | 'all'>) {
  const { t } = visit
  const summary = summaryOf(all, capacities)
  const missing = nobodyFrom(summary).map((one) => t(`invitations.those.${one}`))
  const columns = ['sector', 'invited', 'coming', 'waiting', 'declined', 'missing']
  return (
    <section class="stack" aria-labelledby="summary">
      <h2 id="summary">{t('invitations.list.summary')}</h2>
      {missing.length > 0 && (
        <Notice kind="waiting">
          {t('invitations.list.nobody-from', { sectors: new Intl.ListFormat(t.language).format(missing) })}
        </Notice>
      )}
      <DataTable
        caption={t('invitations.list.summary')}
        captionUnseen
        head={columns.map((one) => t(`invitations.column.${one}`))}
        rows={summary.map((row): Child[] => [
          row.capacity ? t(`sign-up.capacity.${row.capacity}`) : t('invitations.list.not-known'),
          ...[row.invited, row.coming, row.waiting, row.declined, row.missing].map(String),
        ])}
      />
    </section>
  )
}

const tagOf: Record<InvitedAnswer, TagKind> = {
  'mail-failed': 'late',
  'no-answer': 'waiting',
  'not-sent': 'plain',
  coming: 'good',
  waiting: 'waiting',
  declined: 'stopped',
}

interface AnswersProps {
  visit: Visit
  answer: InvitedAnswer
  lines: readonly Invited[]
}

function Answers({ visit, answer, lines }: AnswersProps) {
  if (lines.length === 0) return null
  return (
    <section class="stack" aria-labelledby={answer}>
      <h2 id={answer}>{visit.t(`invitations.answer.${answer}-many`, { many: lines.length })}</h2>
      <ul class="lined-list door-list">
        {lines.map((line) => (
          <InvitedLine visit={visit} line={line} />
        ))}
      </ul>
    </section>
  )
}

function InvitedLine({ visit, line }: { visit: Visit; line: Invited }) {
  const { t } = visit
  const organisation = line.organisation ? inLanguage(line.organisation, t.language) : line.organisation_name
  const named = (line.kind === 'organisation' ? organisation : line.name) ?? line.email ?? ''
  const beside = line.kind === 'organisation' ? line.name : organisation
  const says = [
    named === line.email ? null : line.email,
    beside,
    line.capacity && t(`door.capacity.${line.capacity}`),
    line.sent_on && t('invitations.list.sent-on', { date: dateInWords(t.language, line.sent_on) }),
  ]
  return (
    <li>
      <div>
        <strong>{named}</strong> <Tag kind={tagOf[line.answer]}>{answerInWords(visit, line)}</Tag>
        <br />
        <span class="quiet">{says.filter(Boolean).join(' · ')}</span>
      </div>
      <form method="post">
        <input type="hidden" name="invitation" value={line.id} />
        <SubmitButton variant="tertiary" name="do" value="take-back">
          {t('invitations.list.take-back')} <span class="unseen">{named}</span>
        </SubmitButton>
      </form>
    </li>
  )
}

function answerInWords({ t }: Visit, { kind, answer, coming, waiting, people_max }: Invited): string {
  if (kind === 'person' || coming + waiting === 0) return t(`invitations.answer.${answer}`)
  return t('invitations.answer.of-organisation', { coming, waiting, max: people_max ?? 1 })
}
