import { Notice } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'

interface Props {
  t: Words
  refusal: string | undefined
  /** Where what the other wrote can be read. */
  href: string
}

/** What to do when somebody else saved first: read theirs beside one's own, which are kept. */
export function SomebodyElses({ t, refusal, href }: Props) {
  if (refusal !== 'network.refusal.changed-meanwhile') return null
  return (
    <Notice kind="late">
      <p>
        <a href={href} target="_blank">
          {t('network.read-theirs')}
        </a>
      </p>
    </Notice>
  )
}
