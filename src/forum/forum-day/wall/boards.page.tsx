import { raw } from 'hono/html'
import type { Words } from '#platform/words.ts'
import { QrCode } from '#programme/index.ts'
import { Three } from './three.page.tsx'

interface Props {
  t: Words
  /** How many there are. */
  count: number
  /** The cards, drawn already: each is drawn once for all who look. */
  cards: string
}

/** Everything the tables have written so far, the latest first. */
export const CardsBoard = ({ t, count, cards, kinds }: Props & { kinds: 'proposal' | 'all' }) => (
  <div class="board" id="board" data-kinds={kinds}>
    <h1 class="board-title">
      <Three say={(of) => of(kinds === 'all' ? 'forum-day.cards.all-title' : 'forum-day.cards.title')} />
    </h1>
    {count === 0 && <p class="board-empty">{t('forum-day.cards.none')}</p>}
    <ul class="board-cards" id="board-cards">
      {raw(cards)}
    </ul>
  </div>
)

/** What people promise themselves, and the code by which everybody in the room can. */
export const CommitmentsBoard = ({ t, count, cards, address }: Props & { address: string }) => (
  <div class="board" id="board">
    <div class="board-head">
      <h1 class="board-title">
        <Three say={(of) => of('forum-day.commitments.ask')} />
      </h1>
      <p class="board-code">
        <QrCode text={address} label={t('forum-day.commitments.code')} large />
        <a href={address}>{t('forum-day.commitments.open-form')}</a>
      </p>
    </div>
    {count === 0 && <p class="board-empty">{t('forum-day.commitments.none')}</p>}
    <ul class="board-cards" id="board-cards">
      {raw(cards)}
    </ul>
  </div>
)
