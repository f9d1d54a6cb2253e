import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { forWhomInWords } from './for-whom-words.ts'
import type { Audience } from './for-whom.sql.ts'
import { invitedAnswers } from './invitation.rules.ts'
import { Answers } from './invited-list.page.tsx'
import type { Looking } from './invited-pages.rules.ts'
import type { Invited } from './invited.sql.ts'
import { MissingSectorsNotice } from './missing-sectors.page.tsx'
import type { MissingSectors, SectorSummary } from './summary.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  audience: Audience
  all: readonly Invited[]
  /** Everybody invited or signed up, in numbers by sector, and from where nobody has signed up. */
  summary: readonly SectorSummary[]
  missing: MissingSectors
  looking: Looking
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
      <PublishFirst visit={visit} event={event} />
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
      <MissingSectorsNotice visit={visit} missing={props.missing} />
      <NextSteps {...props} />
      {all.length === 0 ? (
        <Empty>{t('invitations.list.nobody')}</Empty>
      ) : (
        <>
          <EveryAnswer {...props} />
          <p class="small quiet">
            {t('invitations.list.forgotten', { date: dateInWords(language, forgottenOn) })}
          </p>
        </>
      )}
    </Page>
  )
}

/** Nobody is invited to a draft, but the list can be written already. */
function PublishFirst({ visit, event }: Pick<Props, 'visit' | 'event'>) {
  if (event.published_at !== null || event.cancelled_at !== null) return null
  return (
    <Notice>
      <p>{visit.t('invitations.list.publish-first')}</p>
      <p>
        <a href={visit.to(`/office/events/${event.id}/publish`)}>{visit.t('invitations.list.publish')}</a>
      </p>
    </Notice>
  )
}

/** The numbers and the first of those who answered alike; or all of these, where only they are looked at. */
function EveryAnswer({ visit, all, summary, looking }: Props) {
  const shown = invitedAnswers.filter((answer) => looking.answer === null || answer === looking.answer)
  return (
    <>
      {looking.answer === null ? (
        <Summary visit={visit} summary={summary} />
      ) : (
        <p>
          <a href={visit.to(visit.path)}>{visit.t('invitations.list.everybody')}</a>
        </p>
      )}
      {shown.map((answer) => (
        <Answers {...{ visit, answer, looking }} all={all.filter((one) => one.answer === answer)} />
      ))}
    </>
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
      <LinkButton href={at('/missing')} variant="secondary">
        {t('invitations.missing.link')}
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
function Summary({ visit, summary }: Pick<Props, 'visit' | 'summary'>) {
  const { t } = visit
  const columns = ['sector', 'invited', 'coming', 'waiting', 'declined', 'missing']
  return (
    <div class="stack">
      <h2>{t('invitations.list.summary')}</h2>
      <DataTable
        caption={t('invitations.list.summary-table')}
        captionUnseen
        head={columns.map((one) => t(`invitations.column.${one}`))}
        rows={summary.map((row): Child[] => [
          row.capacity ? t(`sign-up.capacity.${row.capacity}`) : t('invitations.list.not-known'),
          String(row.invited),
          // Whoever has signed up says what they take part as, and is counted there.
          ...(row.capacity ? [row.coming, row.waiting].map(String) : ['–', '–']),
          ...[row.declined, row.missing].map(String),
        ])}
      />
    </div>
  )
}
