import { inLanguage, type Language, languageNames, type Texts } from '#platform/language.ts'
import type { Visit } from '#platform/http.ts'
import { wordsFor } from '#platform/words.ts'
import type { ForumOnPaper, PersonOnPaper, TableOnPaper } from './on-paper.ts'

interface Props {
  visit: Visit
  paper: ForumOnPaper
  event: { title: Texts }
  /** The languages that are spoken at the event. */
  spoken: readonly Language[]
}

/** A sheet for each table, folded in the middle so that it stands and is read from both sides. */
export const Signs = ({ paper, spoken }: Props) => (
  <>
    {paper.tables.map((table) => (
      <div class="sheet tent">
        <TentSide table={table} spoken={spoken} isBack />
        <TentSide table={table} spoken={spoken} />
      </div>
    ))}
  </>
)

interface SideProps {
  table: TableOnPaper
  spoken: readonly Language[]
  /** Printed upside down, and said once alone to those who have the page read aloud. */
  isBack?: boolean
}

function TentSide({ table, spoken, isBack = false }: SideProps) {
  const own = table.language
  return (
    <div class={isBack ? 'tent-side tent-back' : 'tent-side'} aria-hidden={isBack ? 'true' : undefined}>
      <p class="tent-word">
        {spoken.map((language) => (
          <span lang={language}>{wordsFor(language)('table-prints.table')}</span>
        ))}
      </p>
      <p class="tent-number">{table.number}</p>
      <p class="tent-name">{table.name}</p>
      <p class="tent-foot">
        {[
          own && languageNames[own],
          table.stepFree && spoken.map((one) => wordsFor(one)('table-prints.step-free')).join(' / '),
          table.hearingLoop && spoken.map((one) => wordsFor(one)('table-prints.hearing-loop')).join(' / '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

const cardsPerSheet = 10

/** A card for everybody, ten to a sheet: name, and the table in each round. */
export function Cards({ visit, paper, event }: Props) {
  const { t } = visit
  const sheets = Array.from({ length: Math.ceil(paper.people.length / cardsPerSheet) }, (_, index) =>
    paper.people.slice(index * cardsPerSheet, (index + 1) * cardsPerSheet),
  )
  return (
    <>
      {sheets.map((sheet) => (
        <div class="sheet">
          {sheet.map((person) => (
            <OwnCard
              visit={visit}
              person={person}
              paper={paper}
              title={inLanguage(event.title, t.language)}
            />
          ))}
        </div>
      ))}
    </>
  )
}

interface CardProps {
  visit: Visit
  person: PersonOnPaper
  paper: ForumOnPaper
  title: string
}

// A name longer than this is set smaller, so that the tables keep their place.
const longName = 22

const OwnCard = ({ visit: { t }, person, paper, title }: CardProps) => (
  <div class="own-card">
    <p class="own-card-event">{title}</p>
    <p class="own-card-name" data-size={person.name.length > longName ? 'long' : undefined}>
      {person.name}
    </p>
    <ul class="own-card-tables">
      {paper.rounds.map(({ number }, index) => (
        <li>
          <span>{t('your-tables.round', { number })}</span>
          <strong>{person.tables[index] ?? '–'}</strong>
        </li>
      ))}
    </ul>
  </div>
)
