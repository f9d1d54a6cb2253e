import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { filledAt, Form, mistakeAt, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { ownersInWords } from './change.page.tsx'
import type { PlanOn } from './on-day.sql.ts'

/** The way to the plan as it stood on another day. */
export function DayForm({ visit, day, ...answered }: { visit: Visit; day?: string } & Answered) {
  const { t, to } = visit
  return (
    <Form method="get" action={to('/plan/on')}>
      <TextField
        t={t}
        name="day"
        type="date"
        label={t('revisions.on.day')}
        hint={t('revisions.on.hint')}
        value={filledAt(answered, 'day') ?? day ?? localDate(visit.now)}
        mistake={mistakeAt(t, answered, 'day')}
      />
      <SubmitButton variant="secondary">{t('revisions.on.show')}</SubmitButton>
    </Form>
  )
}

/** What was in force on a day, in the words of that day. */
export function OnDayPage({ visit, day, on }: { visit: Visit; day: string; on: PlanOn }) {
  const { t, to, language } = visit
  const date = dateInWords(language, day)
  const isLater = day > localDate(visit.now)
  return (
    <Page
      visit={visit}
      title={t('revisions.on.title', { date })}
      {...(on && { lead: t(isLater ? 'revisions.on.lead-later' : 'revisions.on.lead') })}
      trail={[{ href: to('/plan'), label: t('plan.title') }]}
    >
      {on ? (
        <Inside visit={visit} on={on} />
      ) : (
        <Empty>{t(isLater ? 'revisions.on.none-later' : 'revisions.on.none', { date })}</Empty>
      )}
      <section class="stack" aria-labelledby="other-day">
        <h2 id="other-day">{t('revisions.on.other-day')}</h2>
        <DayForm visit={visit} day={day} />
      </section>
    </Page>
  )
}

function Inside({ visit, on }: { visit: Visit; on: NonNullable<PlanOn> }) {
  const { t } = visit
  const { words, areas, goals, commitments } = on
  const served = goals.filter((goal) => commitments.some((one) => one.goal_id === goal.id))
  return (
    <>
      {words && (
        <section class="stack" aria-labelledby="plan">
          <h2 id="plan">
            <Text of={words.title} t={t} />
          </h2>
          <LongText of={words.lead} t={t} />
          <LongText of={words.about} t={t} />
        </section>
      )}
      {areas.length > 0 && (
        <section class="stack" aria-labelledby="areas">
          <h2 id="areas">{t('revisions.change.areas')}</h2>
          <ul>
            {areas.map(({ title }) => (
              <li>
                <Text of={title} t={t} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack" aria-labelledby="commitments">
        <h2 id="commitments">{t('revisions.on.commitments', { count: commitments.length })}</h2>
        {served.map((goal) => (
          <>
            <h3>
              {t('plan.goal.number', { number: goal.number })}: <Text of={goal.title} t={t} />
            </h3>
            <Commitments visit={visit} on={on} goalId={goal.id} />
          </>
        ))}
      </section>
    </>
  )
}

function Commitments({ visit, on, goalId }: { visit: Visit; on: NonNullable<PlanOn>; goalId: string }) {
  const { t, to, language } = visit
  return (
    <ul class="lined-list">
      {on.commitments
        .filter((one) => one.goal_id === goalId)
        .map(({ number, version }) => (
          <li class="stack-tight">
            <p>
              <a href={to(`/plan/commitments/${number}`)}>
                {number}. <Text of={version.title} t={t} />
              </a>
            </p>
            <p class="commitment-facts">
              {ownersInWords(visit, version.owners, on.names)}
              {' · '}
              {t('plan.commitment.due-by', { date: dateInWords(language, version.due_on) })}
            </p>
          </li>
        ))}
    </ul>
  )
}
