import type { Words } from '#platform/words.ts'
import type { Commitment } from '../commitments/commitments.sql.ts'
import type { WallCardRow } from './cards.sql.ts'

/** A card as the wall shows it: the table, what was written, and who could do it. */
export const WallCard = ({ t, card }: { t: Words; card: WallCardRow }) => (
  <li class="wall-card" id={`on-wall-${card.id}`} data-kind={card.kind}>
    <p class="wall-card-from">
      <strong>{t('forum-day.cards.table', { number: card.table })}</strong>
      {card.kind !== 'proposal' && <span>{t(`forum-day.cards.kind.${card.kind}`)}</span>}
    </p>
    <p class="wall-card-words" lang={card.language}>
      {card.words}
    </p>
    {card.who_could && (
      <p class="wall-card-who">
        {t('forum-day.cards.who-could')} <span lang={card.language}>{card.who_could}</span>
      </p>
    )}
  </li>
)

/** What somebody will do themselves, with their name if they want it. */
export const WallCommitment = ({ commitment }: { commitment: Commitment }) => (
  <li class="wall-card" id={`on-wall-${commitment.id}`}>
    <p class="wall-card-words" lang={commitment.language}>
      {commitment.words}
    </p>
    {commitment.name && <p class="wall-card-from">{commitment.name}</p>}
  </li>
)
