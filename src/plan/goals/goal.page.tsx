import type { Child } from 'hono/jsx'
import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { commission } from '../agreement/agreement-content.ts'
import { CommitmentList } from '../commitment-list.page.tsx'
import type { Commitment } from '../commitments.sql.ts'
import type { Goal } from './goals.sql.ts'
import { SdgTiles } from './sdg-tiles.page.tsx'

interface Props {
  visit: Visit
  goal: Goal
  commitments: readonly Commitment[]
  /** The thread that runs through this goal; drawn by a slice above this one. */
  thread: Child
}

/** A goal: what the parties want to reach, what it contributes to, and everything promised under it. */
export function GoalPage({ visit, goal, commitments, thread }: Props) {
  const { t, language } = visit
  const title = inLanguage(goal.title, language)
  return (
    <Page
      visit={visit}
      title={t('plan.goal.title', { number: goal.number, title })}
      heading={<Text of={goal.title} t={t} />}
      description={inLanguage(goal.about, language).slice(0, 160)}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
      wide
    >
      <p>
        {t('plan.goal.number', { number: goal.number })}
        {goal.adopted_at && ` · ${t('plan.goal.adopted', { date: shortDate(language, goal.adopted_at) })}`}
      </p>
      {goal.closed_at && (
        <Notice title={t('plan.goal.closed', { date: shortDate(language, goal.closed_at) })}>
          <LongText of={goal.close_reason} t={t} />
        </Notice>
      )}
      <div class="beside">
        <div class="stack-wide">
          <LongText of={goal.about} t={t} />
          <section class="stack" aria-labelledby="commitments">
            <h2 id="commitments">{t('plan.goal.commitments')}</h2>
            {commitments.length === 0 && <Empty>{t('plan.goal.no-commitments')}</Empty>}
            {byPlan(commitments).map(([planTitle, some]) => (
              <>
                <h3>
                  <Text of={planTitle} t={t} />
                </h3>
                <CommitmentList visit={visit} commitments={some} />
              </>
            ))}
          </section>
          {visit.member?.party && goal.closed_at === null && (
            <Actions>
              <LinkButton href={visit.to(`/office/commitments/new?goal=${goal.number}`)}>
                {t('plan.commitment.new')}
              </LinkButton>
            </Actions>
          )}
        </div>
        <div class="stack-wide">
          <Serves visit={visit} goal={goal} />
          {thread}
        </div>
      </div>
    </Page>
  )
}

/** The latest plan first. */
const byPlan = (commitments: readonly Commitment[]) =>
  Map.groupBy(commitments, (one) => one.plan_slug)
    .entries()
    .toArray()
    .sort(([one], [other]) => other.localeCompare(one))
    .flatMap(([, some]) => (some[0] ? [[some[0].plan_title, some] as const] : []))

/** What reaching the goal contributes to. */
function Serves({ visit, goal }: { visit: Visit; goal: Goal }) {
  const { t } = visit
  const { name, domains } = commission()
  const chosen = domains.filter((domain) => goal.domains.includes(domain.number))
  return (
    <>
      {goal.sdgs.length > 0 && (
        <section class="stack" aria-labelledby="sdgs">
          <h2 id="sdgs">{t('plan.goal.sdgs')}</h2>
          <SdgTiles visit={visit} numbers={goal.sdgs} />
        </section>
      )}
      {chosen.length > 0 && (
        <section class="stack" aria-labelledby="domains">
          <h2 id="domains">
            <Text of={name} t={t} />
          </h2>
          <p>{t('plan.goal.domains')}</p>
          <ul>
            {chosen.map((domain) => (
              <li>
                <Text of={domain.title} t={t} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
