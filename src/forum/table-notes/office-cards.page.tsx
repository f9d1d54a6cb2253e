import type { Visit } from '#platform/http.ts'
import { Tag } from '#platform/ui/parts.tsx'
import { KindMark } from './kind-mark.page.tsx'
import type { OfficeCard } from './office.sql.ts'
import { tableName } from './table.page.tsx'
import { aboutCard } from './card-line.page.tsx'

interface Props {
  visit: Visit
  base: string
  cards: readonly OfficeCard[]
}

/** Cards as an organizer reads them: round by round, table by table. */
export function OfficeCards({ visit, base, cards }: Props) {
  const { t } = visit
  const rounds = [...new Set(cards.map(({ round }) => round))]
  return (
    <>
      {rounds.map((round) => (
        <section class="stack" aria-labelledby={`round-${round}`}>
          <h3 id={`round-${round}`}>{t('table-notes.round', { round })}</h3>
          <ul class="plain-list note-cards">
            {cards
              .filter((card) => card.round === round)
              .map((card) => (
                <OfficeCardLine visit={visit} base={base} card={card} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function OfficeCardLine({ visit, base, card }: { visit: Visit; base: string; card: OfficeCard }) {
  const { t } = visit
  return (
    <li class="note-card" data-kind={card.kind} data-away={card.removed_at ? 'yes' : undefined}>
      <p class="row">
        <KindMark t={t} kind={card.kind} />
        <span class="quiet small">
          {tableName(visit, { number: card.table_number, name: card.table_name })}
        </span>
        {card.hidden_at && <Tag kind="stopped">{t('table-notes.office.hidden')}</Tag>}
        {card.removed_at && !card.hidden_at && <Tag kind="stopped">{t('table-notes.office.removed')}</Tag>}
        {Number(card.apart) > 0 && <Tag kind="late">{t('table-notes.office.unsettled')}</Tag>}
      </p>
      <p class="note-words" lang={card.language === visit.language ? undefined : card.language}>
        {card.words}
      </p>
      {card.who_could && <p class="note-who">{t('table-notes.card.who', { who: card.who_could })}</p>}
      <p>
        <a href={`${base}/table-notes/cards/${card.id}`}>
          {t('table-notes.office.more')} <span class="unseen">{aboutCard(card.words)}</span>
        </a>
      </p>
    </li>
  )
}
