import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { DataTable } from '#platform/ui/parts.tsx'
import { InThree } from './in-three.page.tsx'
import type { ForumOnPaper, PersonOnPaper, TableOnPaper } from './on-paper.ts'
import { languageInWords } from '#platform/language-words.ts'

interface Props {
  visit: Visit
  paper: ForumOnPaper
}

/** By name: the table in each round. */
export const NameList = ({ visit: { t }, paper }: Props) => (
  <DataTable
    look="wall-table"
    caption={t('table-prints.list-caption', { people: paper.people.length })}
    captionUnseen
    head={[
      <InThree say={(own) => own('reseating.head.name')} />,
      ...paper.rounds.map(({ number }) => <InThree say={(own) => own('your-tables.round', { number })} />),
    ]}
    rows={paper.people.map(({ name, tables }) => [name, ...tables.map((table) => table ?? '–')])}
  />
)

export interface WallChange {
  name: string
  round: number
  from: number | null
  to: number
}

/** Only what has changed, for the wall beside the first list. */
export const ChangeList = ({ visit: { t }, changes }: { visit: Visit; changes: readonly WallChange[] }) =>
  changes.length === 0 ? (
    <p>{t('table-prints.no-changes')}</p>
  ) : (
    <DataTable
      look="wall-table"
      caption={t('table-prints.changes-caption')}
      head={(
        ['reseating.head.name', 'reseating.head.round', 'table-prints.was', 'table-prints.now'] as const
      ).map((key) => (
        <InThree say={(own) => own(key)} />
      ))}
      rows={changes.map(({ name, round, from, to }) => [name, round, from ?? '–', to])}
    />
  )

/** Which table needs which language in which round, and who interprets. */
export function InterpreterList({ visit: { t, language }, paper }: Props) {
  const rows = paper.rounds.flatMap(({ number }, index) =>
    paper.tables.flatMap((table) =>
      (table.rounds[index]?.interpreting ?? []).map((one): (string | number)[] => [
        t('your-tables.round', { number }),
        table.number,
        languageInWords(language, one.language),
        one.needed,
        one.interpreters.join(', ') ||
          (one.speakers.length > 0
            ? t('table-prints.speaks-too', { names: one.speakers.join(', ') })
            : t('table-prints.nobody-interprets')),
      ]),
    ),
  )
  if (rows.length === 0) return <p>{t('table-prints.no-interpreting')}</p>
  return (
    <DataTable
      look="wall-table"
      caption={t('table-prints.interpreters-caption')}
      head={[
        t('reseating.head.round'),
        t('table-prints.table'),
        t('table-prints.head.language'),
        t('table-prints.head.needed'),
        t('table-prints.head.who'),
      ]}
      rows={rows}
    />
  )
}

/** A sheet for each host: the questions, who comes, and what is needed, in numbers alone. */
export const HostSheets = ({ visit, paper }: Props) => (
  <>
    {paper.tables.map((table) => (
      <HostSheet visit={visit} table={table} />
    ))}
  </>
)

/** In the language of whoever hosts the table. */
function HostSheet({ visit, table }: { visit: Visit; table: TableOnPaper }) {
  const host = table.rounds.flatMap(({ people }) => people).find(({ part }) => part === 'host')
  const language = host?.language ?? visit.language
  const t = wordsFor(language)
  return (
    <section class="sheet host-sheet" lang={language}>
      <h2>
        {t('your-tables.table', { number: table.number })}
        {table.name && ` · ${table.name}`}
      </h2>
      {table.rounds.map(({ number, question, people, interpreting }) => (
        <section>
          <h3>
            {t('your-tables.round', { number })}
            {question && `: ${inLanguage(question, t.language)}`}
          </h3>
          <p>
            <strong>{needsIn(t, people)}</strong>
          </p>
          {interpreting.map((one) => (
            <p>
              {t('table-prints.host.interpreted', {
                language: languageInWords(t.language, one.language),
                names: [...one.interpreters, ...one.speakers].join(', ') || '–',
              })}
            </p>
          ))}
          <ul>
            {people.map(({ name, organisation, part }) => (
              <li>
                {[name, organisation].filter(Boolean).join(', ')}
                {part !== 'guest' && <em> {t(`table-prints.part.${part}`)}</em>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** What is needed at a table, never by whom. */
function needsIn(t: Words, people: readonly PersonOnPaper[]): string {
  const count = (has: (one: PersonOnPaper) => boolean): number => people.filter(has).length
  const parts: [string, number][] = [
    ['step-free', count((one) => one.stepFree)],
    ['hearing-loop', count((one) => one.hearingLoop)],
  ]
  const needs = parts
    .filter(([, many]) => many > 0)
    .map(([what, many]) => t(`table-prints.need.${what}`, { many }))
  return [t('table-prints.people', { people: people.length }), ...needs].join(' · ')
}
