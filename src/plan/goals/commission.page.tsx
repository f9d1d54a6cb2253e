import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Actions, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import { commission, type Sdg, sdgs } from '../agreement/agreement-content.ts'
import type { Commitment } from '../commitments.sql.ts'
import type { CommissionItem } from './commission.sql.ts'
import type { Goal } from './goals.sql.ts'

interface Props {
  visit: Visit
  items: readonly CommissionItem[]
  /** Adopted goals. */
  goals: readonly Goal[]
  /** What is promised in the plan of today. */
  commitments: readonly Commitment[]
}

/** What the Commission wrote, in its order, and what of ours contributes to it; never how much. */
export function CommissionPage(props: Props) {
  const { visit, items } = props
  const { t, language } = visit
  const { name, about, note } = commission()
  const top = (kind: CommissionItem['kind']) =>
    items.filter((one) => one.kind === kind && one.parent_id === null)
  const loose = top('objective')
  return (
    <Page
      visit={visit}
      title={inLanguage(name, language)}
      lead={inLanguage(about, language)}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      <p>{t('goals.contribution')}</p>
      <section class="section stack" aria-labelledby="recommendations">
        <h2 id="recommendations">{t('goals.kind.recommendation')}</h2>
        <Items {...props} some={top('recommendation')} />
      </section>
      <section class="section stack" aria-labelledby="domains">
        <h2 id="domains">{t('goals.kind.domain')}</h2>
        <Items {...props} some={top('domain')} />
      </section>
      {loose.length > 0 && (
        <section class="section stack" aria-labelledby="loose">
          <h2 id="loose">{t('goals.kind.objective')}</h2>
          <p>{t('goals.loose')}</p>
          <Items {...props} some={loose} />
        </section>
      )}
      <p>
        <Text of={note} t={t} />
      </p>
      <Actions>
        <LinkButton variant="secondary" href={visit.to('/plan/sdgs')}>
          {t('goals.sdgs.title')}
        </LinkButton>
        {visit.member?.party && (
          <LinkButton variant="secondary" href={visit.to('/office/goals/commission')}>
            {t('goals.import.title')}
          </LinkButton>
        )}
      </Actions>
    </Page>
  )
}

function Items(props: Props & { some: readonly CommissionItem[] }) {
  const { visit, items, some } = props
  const { t } = visit
  return (
    <ul class="stack">
      {some.map((item) => {
        const under = items.filter(({ parent_id }) => parent_id === item.id)
        return (
          <li id={item.code}>
            <strong>{item.code}</strong> <Text of={item.title} t={t} />{' '}
            <Source visit={visit} source={item.source} />
            <Contributing {...props} item={item} />
            {under.length > 0 && <Items {...props} some={under} />}
          </li>
        )
      })}
    </ul>
  )
}

const Source = ({ visit: { t }, source }: { visit: Visit; source: string }) =>
  /^https?:\/\//.test(source) ? <a href={source}>{t('goals.source')}</a> : <span>({source})</span>

/** Which goals contribute, how, and what is promised under them. */
function Contributing({ visit, goals, commitments, item }: Props & { item: CommissionItem }) {
  const { t } = visit
  const some = goals.flatMap((goal) => {
    const link = goal.items.find(({ item_id }) => item_id === item.id)
    const isOfDomain = item.kind === 'domain' && goal.domains.includes(Number(item.code.slice(1)))
    return link || isOfDomain ? [{ goal, how: link?.how ?? {} }] : []
  })
  if (some.length === 0) return null
  return (
    <ul>
      {some.map(({ goal, how }) => (
        <li>
          <GoalLink visit={visit} goal={goal} />
          {Object.keys(how).length > 0 && (
            <>
              {': '}
              <Text of={how} t={t} />
            </>
          )}{' '}
          {t('goals.commitments', { count: commitments.filter(({ goal_id }) => goal_id === goal.id).length })}
        </li>
      ))}
    </ul>
  )
}

const GoalLink = ({ visit, goal }: { visit: Visit; goal: Goal }) => (
  <a href={visit.to(`/plan/goals/${goal.number}`)}>
    {visit.t('plan.goal.number', { number: goal.number })}: <Text of={goal.title} t={visit.t} />
  </a>
)

/** The 17 Sustainable Development Goals, each with the goals under it. */
export function SdgsPage({ visit, goals }: Pick<Props, 'visit' | 'goals'>) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('goals.sdgs.title')}
      lead={t('goals.sdgs.lead')}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      {sdgs().map((sdg) => (
        <section
          class="section stack-tight"
          id={`sdg-${sdg.number}`}
          aria-labelledby={`sdg-title-${sdg.number}`}
        >
          <h2 id={`sdg-title-${sdg.number}`}>
            {sdg.number}. <Text of={sdg.title} t={t} />
          </h2>
          <GoalsOf visit={visit} goals={goals} sdg={sdg} />
        </section>
      ))}
    </Page>
  )
}

function GoalsOf({ visit, goals, sdg }: Pick<Props, 'visit' | 'goals'> & { sdg: Sdg }) {
  const some = goals.filter(({ sdgs: served }) => served.includes(sdg.number))
  if (some.length === 0) return <p>{visit.t('goals.sdgs.none')}</p>
  return (
    <ul>
      {some.map((goal) => (
        <li>
          <GoalLink visit={visit} goal={goal} />
        </li>
      ))}
    </ul>
  )
}
