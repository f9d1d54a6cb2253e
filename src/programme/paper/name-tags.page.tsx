import { lookOf } from '#people/index.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames } from '#platform/language.ts'
import { SectorMark } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { OnPaper } from './on-paper.ts'
import { PaperPage } from './paper-page.page.tsx'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  people: readonly OnPaper[]
}

const tagsPerSheet = 8

/** Name tags, eight to a sheet, for everybody with a seat; the last ones are empty, for those who come unannounced. */
export function NameTagsPage({ visit, event, people }: Props) {
  const all: (OnPaper | null)[] = [...people.filter(({ isWaiting }) => !isWaiting)]
  while (all.length % tagsPerSheet !== 0 || all.length === 0) all.push(null)
  const sheets = Array.from({ length: all.length / tagsPerSheet }, (_, index) =>
    all.slice(index * tagsPerSheet, (index + 1) * tagsPerSheet),
  )
  return (
    <PaperPage visit={visit} event={event} kind="name-tags">
      {sheets.map((sheet) => (
        <div class="sheet">
          {sheet.map((person) => (
            <NameTag visit={visit} event={event} person={person} />
          ))}
        </div>
      ))}
    </PaperPage>
  )
}

// A name longer than this is set smaller, so that it stays on two lines.
const longName = 18
const veryLongName = 30

function NameTag({ visit, event, person }: { visit: Visit; event: ProgrammeEvent; person: OnPaper | null }) {
  const { t } = visit
  const length = person?.name.length ?? 0
  const size = length > veryLongName ? 'very-long' : length > longName ? 'long' : undefined
  return (
    <div class="name-tag">
      <p class="name-tag-event">{inLanguage(event.title, t.language)}</p>
      <p class="name-tag-name" data-size={size}>
        {person?.name}
      </p>
      <p class="name-tag-organisation">{person?.organisation}</p>
      {person && (
        <p class="name-tag-foot">
          <span class={`name-tag-sector is-${lookOf(person.sector)}`}>
            <SectorMark look={lookOf(person.sector)} /> {t(`door.capacity.${person.sector}`)}
          </span>
          <span>{languageNames[person.language]}</span>
          {person.table && <strong>{t('door.table', { table: person.table })}</strong>}
        </p>
      )}
    </div>
  )
}
