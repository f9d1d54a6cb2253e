import { dateAndTime } from '#platform/dates.ts'
import { inLanguage, languageNames, languages } from '#platform/language.ts'
import { wordsFor } from '#platform/words.ts'
import type { EventOnPaper } from './in-three.page.tsx'
import type { ForumOnPaper, PersonOnPaper, TableOnPaper } from './on-paper.ts'

interface Props {
  paper: ForumOnPaper
  event: EventOnPaper
}

/** A sheet for each table, folded in the middle so that it stands and is read from both sides. */
export const Signs = ({ paper }: Pick<Props, 'paper'>) => (
  <>
    {paper.tables.map((table) => (
      <div class="sheet tent">
        <TentSide table={table} isBack />
        <TentSide table={table} />
      </div>
    ))}
  </>
)

interface SideProps {
  table: TableOnPaper
  /** Printed upside down, and said once alone to those who have the page read aloud. */
  isBack?: boolean
}

function TentSide({ table, isBack = false }: SideProps) {
  const own = table.language
  return (
    <div class={isBack ? 'tent-side tent-back' : 'tent-side'} aria-hidden={isBack ? 'true' : undefined}>
      <p class="tent-word">
        {languages.map((language) => (
          <span lang={language}>{wordsFor(language)('table-prints.table')}</span>
        ))}
      </p>
      <p class="tent-number">{table.number}</p>
      <p class="tent-name">{table.name}</p>
      <p class="tent-foot">
        {[
          own && languageNames[own],
          table.stepFree && languages.map((one) => wordsFor(one)('table-prints.step-free')).join(' / '),
          table.hearingLoop && languages.map((one) => wordsFor(one)('table-prints.hearing-loop')).join(' / '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

const cardsPerSheet = 10

/** A card for everybody, ten to a sheet, in their own language: name, and the table in each round. */
export function Cards({ paper, event }: Props) {
  const sheets = Array.from({ length: Math.ceil(paper.people.length / cardsPerSheet) }, (_, index) =>
    paper.people.slice(index * cardsPerSheet, (index + 1) * cardsPerSheet),
  )
  return (
    <>
      {sheets.map((sheet) => (
        <div class="sheet">
          {sheet.map((person) => (
            <OwnCard person={person} paper={paper} event={event} />
          ))}
        </div>
      ))}
    </>
  )
}

interface CardProps extends Props {
  person: PersonOnPaper
}

// A name longer than this is set smaller, so that the tables keep their place.
const longName = 22

function OwnCard({ person, paper, event }: CardProps) {
  const { language, ownName } = person
  const t = wordsFor(language)
  return (
    <div class="own-card" lang={language}>
      <p class="own-card-event">
        <strong>{inLanguage(event.title, language)}</strong>
        {dateAndTime(language, event.starts_at)}
      </p>
      <p class="own-card-name" data-size={ownName.length > longName ? 'long' : undefined}>
        {ownName}
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
}
