import type { Visit } from '#platform/http.ts'
import { Facts } from '#platform/ui/parts.tsx'
import type { Kept } from './promise.rules.ts'

interface Props {
  visit: Visit
  days: number
  kept: Kept
}

/** What the office promises, and how it was kept: late answers stand here like the others. */
export function Promise({ visit: { t }, days, kept }: Props) {
  const count = (number: number): string => String(number)
  return (
    <section class="stack-tight" aria-labelledby="promise">
      <h2 id="promise">{t('ideas.promise.title')}</h2>
      <p>{t('ideas.promise.says', { days })}</p>
      <Facts
        rows={[
          [t('ideas.promise.in-time'), count(kept.inTime)],
          [t('ideas.promise.late'), count(kept.late)],
          [t('ideas.promise.waiting'), count(kept.waiting)],
          [t('ideas.promise.overdue'), count(kept.overdue)],
          [
            t('ideas.promise.median'),
            kept.median === null ? null : t('ideas.promise.days', { days: kept.median }),
          ],
        ]}
      />
    </section>
  )
}
