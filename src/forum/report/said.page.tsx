import type { Visit } from '#platform/http.ts'
import { Text } from '#platform/ui/text.tsx'
import { CardList } from '../harvest/behind-it.page.tsx'
import { KindTag, tablesInWords } from '../harvest/card.page.tsx'
import type { FullGroup } from '../harvest/load-harvest.ts'
import type { Said, SaidInRound } from './load-said.ts'

interface Props {
  visit: Visit
  said: Said
  /** Whether everybody can read the recommendations, and so may be led to them. */
  isPublic?: boolean
}

/** What the tables wrote, round by round: each thought with its tables, and the cards folded away beneath. */
export function SaidAtTables({ visit, said, isPublic = false }: Props) {
  const { t } = visit
  if (said.rounds.length === 0) return null
  return (
    <section class="stack" id="tables" aria-labelledby="tables-title">
      <h2 id="tables-title">{t('report.said.title')}</h2>
      <p>{t('report.said.lead')}</p>
      {said.rounds.map((round) => (
        <InRound visit={visit} round={round} isPublic={isPublic} />
      ))}
      {said.leftOut > 0 && <p class="small quiet">{t('report.said.left-out', { count: said.leftOut })}</p>}
    </section>
  )
}

type Linked = { visit: Visit; isPublic: boolean }

function InRound({ visit, round, isPublic }: Linked & { round: SaidInRound }) {
  const { t } = visit
  const id = `round-${round.number}`
  return (
    <section class="stack" aria-labelledby={id}>
      <h3 id={id}>
        {t('harvest.round', { round: round.number })}
        {round.question && (
          <>
            {': '}
            <Text of={round.question} t={t} />
          </>
        )}
      </h3>
      <ul class="lined-list report-groups">
        {round.groups.map((group) => (
          <li class="stack-tight" id={`said-${group.id}`}>
            <SaidTogether visit={visit} group={group} isPublic={isPublic} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SaidTogether({ visit, group, isPublic }: Linked & { group: FullGroup }) {
  const { t, to } = visit
  const [only] = group.cards
  // A card that was left as it is says in its title all that it says.
  const isItself = group.cards.length === 1 && Object.values(group.title).includes(only?.words ?? '')
  return (
    <>
      <p>
        <strong>
          <Text of={group.title} t={t} />
        </strong>
      </p>
      <p class="row small">
        <KindTag visit={visit} kind={group.kind} />
        <span>{tablesInWords(visit, group.tables)}</span>
        {group.recommendation_number !== null && isPublic && (
          <a href={to(`/recommendations/${group.recommendation_number}`)}>
            {t('harvest.became', { number: group.recommendation_number })}
          </a>
        )}
      </p>
      {!isItself && (
        <details class="folded ds-details">
          <summary>{t('report.said.cards', { count: group.cards.length })}</summary>
          <div class="folded-body">
            <CardList visit={visit} group={group} />
          </div>
        </details>
      )}
    </>
  )
}
