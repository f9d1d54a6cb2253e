import type { Visit } from '#platform/http.ts'
import { DataTable } from '#platform/ui/parts.tsx'
import type { GroupNumbers, Presence } from './still-missing.rules.ts'

const presences: readonly Presence[] = ['coming', 'no-answer', 'declined', 'not-invited']

/** Who of the three groups is in numbers; shown to everybody too, so it says no name. */
export function MissingNumbers({ visit, numbers }: { visit: Visit; numbers: readonly GroupNumbers[] }) {
  const { t } = visit
  return (
    <DataTable
      caption={t('invitations.missing.numbers')}
      head={[
        t('invitations.missing.group'),
        t('invitations.missing.all'),
        ...presences.map((one) => t(`invitations.missing.presence.${one}`)),
      ]}
      rows={numbers.map((row) => [
        t(`invitations.missing.group.${row.group}`),
        String(row.all),
        ...presences.map((one) => String(row[one])),
      ])}
    />
  )
}
