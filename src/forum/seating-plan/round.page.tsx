import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { SectorMark } from '#platform/ui/parts.tsx'
import { boardOf } from './board.ts'
import { BoardTableCard } from './board-table.page.tsx'
import type { Forum } from './load-forum.ts'

interface Props {
  visit: Visit
  base: string
  isReadOnly: boolean
  forum: Forum
  /** From 1. */
  round: number
}

/** The tables of one round, with everybody who sits there. */
export function Round({ visit, base, isReadOnly, forum, round }: Props) {
  const { t } = visit
  const asked = forum.rounds.find(({ number }) => number === round)
  const tables = boardOf(forum, round)
  const asksHost = forum.people.some(({ part }) => part === 'host')
  return (
    <section class="section seating-board" id="board" data-round={round} data-move={visit.to(`${base}/move`)}>
      <h2>{t('seating.who-sits-where')}</h2>
      <nav class="tabs" aria-label={t('seating.rounds')}>
        <ul>
          {forum.rounds.map(({ number }) => (
            <li>
              <a
                href={`${visit.to(`${base}?round=${number}`)}#board`}
                aria-current={number === round ? 'page' : undefined}
              >
                {t('seating.round', { round: number })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {asked?.words && <p class="seating-question">{inLanguage(asked.words, t.language)}</p>}
      <Key visit={visit} forum={forum} />
      <p class="quiet small drag-hint" hidden>
        {t('seating.drag-hint')}
      </p>
      <template id="seating-close">
        <button class="ds-button close" data-variant="secondary" type="button">
          {t('seating.move.close')}
        </button>
      </template>
      <div class="seating-tables">
        {tables.map((at) => (
          <BoardTableCard {...{ visit, at, round, base, asksHost, isReadOnly }} />
        ))}
      </div>
    </section>
  )
}

/** Which pattern is which sector. */
function Key({ visit, forum }: { visit: Visit; forum: Forum }) {
  const sectors = Map.groupBy(forum.people, ({ capacity }) => capacity)
  return (
    <ul class="row plain-list small">
      {[...sectors].map(([sector, people]) => (
        <li class="seating-key">
          <SectorMark look={lookOf(sector)} /> {visit.t(`seating.sector.${sector}`)}{' '}
          <span class="numbers">{people.length}</span>
        </li>
      ))}
    </ul>
  )
}
