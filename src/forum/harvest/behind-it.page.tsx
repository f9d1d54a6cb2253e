import type { Visit } from '#platform/http.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Text } from '#platform/ui/text.tsx'
import { cardFacts, CardWords, tablesInWords } from './card.page.tsx'
import { tablesOf } from './harvest.rules.ts'
import type { FullGroup } from './load-harvest.ts'

interface Props {
  visit: Visit
  groups: readonly FullGroup[]
  level: 2 | 3
}

/** Which tables a recommendation came from, and what they wrote: cards bear no names. */
export function BehindIt({ visit, groups, level }: Props) {
  const { t } = visit
  if (groups.length === 0) return null
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
  const Heading = `h${level}` as 'h2' | 'h3'
  const tables = tablesOf(groups.flatMap(({ cards }) => cards))
  return (
    <section class="stack" aria-labelledby="behind-it">
      <Heading id="behind-it">{t('harvest.behind.title')}</Heading>
      <p>{tablesInWords(visit, tables)}.</p>
      {groups.map((group) => (
        <CardsOf visit={visit} group={group} />
      ))}
    </section>
  )
}

/** The cards of a group, folded away under its title. */
const CardsOf = ({ visit, group }: { visit: Visit; group: FullGroup }) => (
  <Folded
    summary={
      <span>
        <Text of={group.title} t={visit.t} />{' '}
        <span class="quiet">{visit.t('harvest.cards', { count: group.cards.length })}</span>
      </span>
    }
  >
    <CardList visit={visit} group={group} />
  </Folded>
)

export const CardList = ({ visit, group }: { visit: Visit; group: Pick<FullGroup, 'cards'> }) => (
  <ul class="lined-list">
    {group.cards.map((card) => (
      <li class="stack-tight">
        <p>
          <CardWords visit={visit} card={card} />
        </p>
        <p class="small quiet">{cardFacts({ visit, card })}</p>
      </li>
    ))}
  </ul>
)
