import type { Visit } from '#platform/http.ts'
import { Tag } from '#platform/ui/parts.tsx'
import type { Card } from './harvest.sql.ts'

interface Props {
  visit: Visit
  card: Pick<Card, 'words' | 'language' | 'kind' | 'round' | 'table_number' | 'who_could'>
}

/** What a table wrote, in its own words and language. */
export function CardWords({ visit: { t, language }, card }: Props) {
  return (
    <>
      <span class="card-words" lang={card.language === language ? undefined : card.language}>
        {card.words}
      </span>
      {card.who_could && (
        <span class="card-words small" lang={card.language === language ? undefined : card.language}>
          {' '}
          {t('harvest.card.who-could', { who: card.who_could })}
        </span>
      )}
    </>
  )
}

/** Which table wrote it, when, and what it is. */
export const cardFacts = ({ visit: { t }, card }: Props): string =>
  t('harvest.card.facts', {
    table: card.table_number,
    round: card.round,
    kind: t(`harvest.kind.${card.kind}`),
  })

interface TwoTextsProps {
  visit: Visit
  eventId: string
  card: Pick<Card, 'beside' | 'language'>
}

/** What else was written on a card, and where somebody chooses; nothing where there is one text. */
export function TwoTexts({ visit: { t, to, language }, eventId, card }: TwoTextsProps) {
  if (card.beside.length === 0) return null
  return (
    <>
      <p class="row">
        <Tag kind="late">{t('harvest.two-texts.tag')}</Tag>
        <a href={to(`/office/events/${eventId}/table-notes`)}>{t('harvest.two-texts.choose')}</a>
      </p>
      {card.beside.map(({ words, whoCould }) => (
        <p lang={card.language === language ? undefined : card.language}>
          <span class="card-words">{words}</span>
          {whoCould && <span class="small"> {t('harvest.card.who-could', { who: whoCould })}</span>}
        </p>
      ))}
    </>
  )
}

interface BoxesProps {
  visit: Visit
  eventId: string
  cards: readonly Card[]
  ticked: ReadonlySet<string>
  /** Begins the ids of the boxes, since a card may stand on a page twice. */
  part: string
}

/** Cards to tick, as large as a thumb. */
export const CardBoxes = ({ visit, eventId, cards, ticked, part }: BoxesProps) => (
  <ul class="card-boxes">
    {cards.map((card) => {
      const id = `${part}-${card.id}`
      return (
        <li>
          <input
            class="ds-input"
            type="checkbox"
            name="card"
            value={card.id}
            id={id}
            checked={ticked.has(card.id)}
            aria-describedby={`${id}-facts`}
          />
          <div>
            {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the box stands before it. */}
            <label for={id}>
              <CardWords visit={visit} card={card} />
            </label>
            <p class="small quiet" id={`${id}-facts`}>
              {cardFacts({ visit, card })}
            </p>
            <TwoTexts visit={visit} eventId={eventId} card={card} />
          </div>
        </li>
      )
    })}
  </ul>
)

const kindTags = {
  insight: 'plain',
  disagreement: 'late',
  proposal: 'good',
  'open-question': 'waiting',
} as const

/** What a group or a card is, in a word. */
export const KindTag = ({ visit, kind }: { visit: Visit; kind: Card['kind'] }) => (
  <Tag kind={kindTags[kind]}>{visit.t(`harvest.kind.${kind}`)}</Tag>
)

/** "Tables 2, 5 and 7". */
export const tablesInWords = ({ t, language }: Visit, tables: readonly number[]): string =>
  t('harvest.tables', {
    count: tables.length,
    tables: new Intl.ListFormat(language, { type: 'conjunction' }).format(tables.map(String)),
  })
