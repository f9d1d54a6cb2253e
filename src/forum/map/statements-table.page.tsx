import { DataTable } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { StatementWords } from './results.page.tsx'
import { sharesInColumn } from './shares-in-words.ts'
import type { ShownMap } from './shown-map.ts'

/** Every statement with how all, each group and each sector voted on it: agreeing and disagreeing, in percent. */
export function StatementsTable({ t, map }: { t: Words; map: ShownMap }) {
  if (map.statements.length === 0) return null
  return (
    <DataTable
      caption={t('opinions.table.statements')}
      onPhone="labels"
      head={[
        t('opinions.table.statement'),
        t('opinions.table.votes'),
        t('opinions.everybody'),
        ...map.groups.map(({ name }) => t('opinions.group.name', { name })),
        ...map.sectors.map((sector) => t(`who-met.sector.${sector}`)),
      ]}
      rows={map.statements.map((statement) => [
        <>
          {statement.number}. <StatementWords t={t} statement={statement} />
        </>,
        String(statement.votes),
        sharesInColumn(t, statement.all),
        ...map.groups.map((_, at) => sharesInColumn(t, statement.groups[at])),
        ...map.sectors.map((_, at) => sharesInColumn(t, statement.sectors[at])),
      ])}
    />
  )
}
