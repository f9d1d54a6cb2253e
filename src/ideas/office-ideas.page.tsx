import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { filledAt, Folded, Form, mistakeAt, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Tag } from '#platform/ui/parts.tsx'
import { workingDaysBetween } from '#platform/working-days.ts'
import type { Idea } from './ideas.sql.ts'
import type { Decided, ideasReported } from './moderation.sql.ts'
import { IdeaTag } from './standing.page.tsx'

interface Props extends Answered {
  visit: Visit
  /** What nobody has looked at; what says the same stands together. */
  groups: readonly (readonly Idea[])[]
  toAnswer: readonly Idea[]
  reported: Awaited<ReturnType<typeof ideasReported>>
  appeals: readonly Decided[]
  days: number
}

export const officeTrail = (visit: Visit) => [
  { href: visit.to('/office/ideas'), label: visit.t('ideas.office.title') },
]

/** What the office has to do with ideas: let through, look at reports and appeals, answer in time. */
export function OfficeIdeasPage(props: Props) {
  const { visit, groups, toAnswer, days, ...answered } = props
  const { t, to } = visit
  return (
    <Page visit={visit} wide title={t('ideas.office.title')} lead={t('ideas.office.lead', { days })}>
      <p>
        <a href={to('/office/moderation')}>{t('moderation.log.title')}</a>
      </p>
      <Part title={t('ideas.office.fresh', { count: groups.flat().length })}>
        {groups.length === 0 ? <Empty>{t('ideas.office.nothing-fresh')}</Empty> : <Fresh {...props} />}
      </Part>
      <Reported {...props} />
      <Appeals {...props} />
      <Part title={t('ideas.office.to-answer', { count: toAnswer.length })}>
        {toAnswer.length === 0 ? (
          <Empty>{t('ideas.office.nothing-to-answer')}</Empty>
        ) : (
          <ToAnswer {...props} />
        )}
      </Part>
      <PromiseForm visit={visit} days={days} answered={answered} />
    </Page>
  )
}

// As many as somebody reads in one sitting; what is decided makes room for the next.
const groupsMax = 100

function Fresh({ visit, groups }: Props) {
  const { t, now } = visit
  const today = localDate(now)
  const rows = groups.slice(0, groupsMax).map((group) => {
    const [idea] = group
    const since = idea?.confirmed_at ? localDate(idea.confirmed_at) : today
    return [
      idea && <OfficeIdeaLink visit={visit} idea={idea} />,
      t('ideas.office.days', { days: daysBetween(since, today) }),
      <>
        {group.length > 1 && <Tag kind="late">{t('ideas.office.doubles', { count: group.length })}</Tag>}{' '}
        {idea?.held_for && <Tag kind="late">{t(`ideas.office.held-${idea.held_for}`)}</Tag>}
      </>,
    ]
  })
  const head = [t('ideas.office.idea'), t('ideas.office.waited'), t('ideas.office.why-read')]
  return <DataTable caption={t('ideas.office.fresh-caption')} captionUnseen head={head} rows={rows} />
}

function Reported({ visit, reported }: Props) {
  const { t } = visit
  if (reported.length === 0) return null
  return (
    <Part title={t('ideas.office.reported')}>
      <ul class="lined-list">
        {reported.map(({ reports, confirmed, ...idea }) => (
          <li>
            <OfficeIdeaLink visit={visit} idea={idea} />{' '}
            <span class="quiet">{t('ideas.office.reports', { count: reports, confirmed })}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Appeals({ visit, appeals }: Props) {
  const { t, member } = visit
  if (appeals.length === 0) return null
  return (
    <Part title={t('ideas.office.appeals')}>
      <ul class="lined-list">
        {appeals.map((one) => (
          <li>
            <OfficeIdeaLink visit={visit} idea={one} />{' '}
            <span class="quiet">
              {t(
                one.party_id === member?.party?.id
                  ? 'ideas.office.appeal-theirs'
                  : 'ideas.office.appeal-ours',
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function ToAnswer({ visit, toAnswer }: Props) {
  const { t, language, now } = visit
  const today = localDate(now)
  const rows = toAnswer.slice(0, groupsMax).map((idea) => {
    const due = idea.answer_due_on ?? today
    const left = workingDaysBetween(today, due)
    const key = left < 0 ? 'ideas.office.days-late' : 'ideas.office.days-left'
    return [
      <OfficeIdeaLink visit={visit} idea={idea} />,
      <IdeaTag visit={visit} idea={idea} />,
      dateInWords(language, due),
      <Tag kind={left < 0 ? 'late' : 'plain'}>{t(key, { days: Math.abs(left) })}</Tag>,
      idea.assigned_name ?? t('ideas.office.nobody'),
    ]
  })
  const head = [
    t('ideas.office.idea'),
    t('ideas.office.state'),
    t('ideas.office.due'),
    t('ideas.office.left'),
    t('ideas.office.assigned'),
  ]
  return <DataTable caption={t('ideas.office.answer-caption')} captionUnseen head={head} rows={rows} />
}

function PromiseForm({ visit: { t }, days, answered }: { visit: Visit; days: number; answered: Answered }) {
  const mistake = mistakeAt(t, answered, 'working_days')
  return (
    <Folded summary={t('ideas.office.promise')} open={mistake !== undefined}>
      <p>{t('ideas.office.promise-says')}</p>
      <Form>
        <TextField
          t={t}
          name="working_days"
          type="number"
          min={1}
          max={60}
          size={4}
          label={t('ideas.office.promise-days')}
          value={filledAt(answered, 'working_days') ?? days}
          mistake={mistake}
        />
        <SubmitButton variant="secondary">{t('ideas.office.promise-button')}</SubmitButton>
      </Form>
    </Folded>
  )
}

const Part = ({ title, children }: { title: string; children?: Child }) => (
  <section class="stack-tight">
    <h2>{title}</h2>
    {children}
  </section>
)

/** In lists a number that is a person's stands as dots: only whoever reads the idea itself has to see it. */
export const OfficeIdeaLink = ({
  visit,
  idea,
}: {
  visit: Visit
  idea: Pick<Idea, 'number' | 'what' | 'language'>
}) => (
  <a
    href={visit.to(`/office/ideas/${idea.number}`)}
    lang={idea.language === visit.language ? undefined : idea.language}
  >
    {idea.number}. {withoutPersonalNumbers(idea.what).text || visit.t('ideas.wiped')}
  </a>
)
