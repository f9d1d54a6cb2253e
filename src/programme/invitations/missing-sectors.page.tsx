import type { Visit } from '#platform/http.ts'
import { Notice } from '#platform/ui/parts.tsx'
import type { Capacity } from '../capacity.ts'
import type { MissingSectors } from './summary.rules.ts'

interface Props {
  visit: Visit
  missing: MissingSectors
}

/** From where nobody has signed up yet; nothing when somebody has from everywhere. */
export function MissingSectorsNotice({ visit, missing }: Props) {
  const { t } = visit
  const { notAsked, asked } = missing
  if (notAsked.length + asked.length === 0) return null
  const inWords = (sectors: readonly Capacity[]): string =>
    new Intl.ListFormat(t.language).format(sectors.map((one) => t(`invitations.those.${one}`)))
  return (
    <Notice kind="waiting">
      {notAsked.length > 0 && <p>{t('invitations.list.nobody-asked', { sectors: inWords(notAsked) })}</p>}
      {asked.length > 0 && <p>{t('invitations.list.nobody-from', { sectors: inWords(asked) })}</p>}
    </Notice>
  )
}
