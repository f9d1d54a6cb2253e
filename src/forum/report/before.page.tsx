import type { Visit } from '#platform/http.ts'
import { Text } from '#platform/ui/text.tsx'
import type { shownDialogues } from './report.sql.ts'

interface Props {
  visit: Visit
  dialogues: Awaited<ReturnType<typeof shownDialogues>>
}

/** What people thought before the forum: in numbers, and the way to the opinion map. */
export function Before({ visit, dialogues }: Props) {
  const { t, to } = visit
  if (dialogues.length === 0) return null
  return (
    <section class="stack" id="before" aria-labelledby="before-title">
      <h2 id="before-title">{t('report.before.title')}</h2>
      {dialogues.map(({ slug, title, map }) => (
        <>
          {map && (
            <p>
              {t('report.before.counts', {
                people: map.counts.people,
                statements: map.counts.statements,
                votes: map.counts.votes,
                groups: map.groups.length,
              })}
            </p>
          )}
          <p>
            <a href={to(`/dialogue/${slug}/map`)}>
              {t('report.before.map')}: <Text of={title} t={t} />
            </a>
          </p>
        </>
      ))}
    </section>
  )
}
