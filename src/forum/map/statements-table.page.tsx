import { DataTable } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import { StatementWords } from './results.page.tsx'
import type { Shares, ShownMap } from './shown-map.ts'

/** Every statement with how all, each group and each sector voted on it: agreeing and disagreeing, in percent. */
export function StatementsTable({ t, map }: { t: Words; map: ShownMap }) {
  if (map.statements.length === 0) return null
  const said = (shares: Shares | null | undefined): string =>
    shares ? t('opinions.table.shares', { ...shares }) : '–'
  return (
    <DataTable
      caption={t('opinions.table.statements')}
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
        said(statement.all),
        ...map.groups.map((_, at) => said(statement.groups[at])),
        ...map.sectors.map((_, at) => said(statement.sectors[at])),
      ])}
    />
  )
}
