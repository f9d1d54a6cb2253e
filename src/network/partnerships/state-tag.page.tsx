import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { PartnershipState } from './partnership.rules.ts'

const kinds: Record<PartnershipState, TagKind> = {
  running: 'good',
  planned: 'waiting',
  resting: 'plain',
  ended: 'stopped',
}

export const StateTag = ({ t, state }: { t: Words; state: PartnershipState }) => (
  <Tag kind={kinds[state]}>{t(`partnerships.state.${state}`)}</Tag>
)
