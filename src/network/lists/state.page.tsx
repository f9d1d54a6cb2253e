import type { Visit } from '#platform/http.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { ImportRow } from './tables.ts'

const signs: Record<ImportRow['state'], TagKind> = { waiting: 'waiting', imported: 'good', undone: 'stopped' }

export const StateTag = ({ visit: { t }, state }: { visit: Visit; state: ImportRow['state'] }) => (
  <Tag kind={signs[state]}>{t(`lists.state.${state}`)}</Tag>
)
