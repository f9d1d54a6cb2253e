import type { Words } from '#platform/words.ts'
import type { Commitment } from '../commitments/commitments.sql.ts'
import type { Beside } from '../../table-notes/device.ts'
import type { WallCardRow } from './cards.sql.ts'

interface WallCardProps {
  t: Words
  card: WallCardRow
  /** What else was written on it, until its table chooses. */
  beside: readonly Beside[]
}

/** A card as the wall shows it: the table, what was written, and who could do it. */
export const WallCard = ({ t, card, beside }: WallCardProps) => (
  <li class="wall-card" id={`on-wall-${card.id}`} data-kind={card.kind}>
    <p class="wall-card-from">
      <strong>{t('forum-day.cards.table', { number: card.table })}</strong>
      {card.kind !== 'proposal' && <span>{t(`forum-day.cards.kind.${card.kind}`)}</span>}
    </p>
    <p class="wall-card-words" lang={card.language}>
      {card.words}
    </p>
    <WhoCould t={t} language={card.language} who={card.who_could} />
    {beside.map(({ words, whoCould }) => (
      <>
        <p class="wall-card-from">{t('forum-day.cards.or')}</p>
        <p class="wall-card-words" lang={card.language}>
          {words}
        </p>
        <WhoCould t={t} language={card.language} who={whoCould} />
      </>
    ))}
  </li>
)

const WhoCould = ({ t, language, who }: { t: Words; language: string; who: string | null }) =>
  who ? (
    <p class="wall-card-who">
      {t('forum-day.cards.who-could')} <span lang={language}>{who}</span>
    </p>
  ) : null

/** What somebody will do themselves, with their name if they want it. */
export const WallCommitment = ({ commitment }: { commitment: Commitment }) => (
  <li class="wall-card" id={`on-wall-${commitment.id}`}>
    <p class="wall-card-words" lang={commitment.language}>
      {commitment.words}
    </p>
    {commitment.name && <p class="wall-card-from">{commitment.name}</p>}
  </li>
)
