import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Empty, Tag } from '#platform/ui/parts.tsx'
import type { Day } from '../load-day.ts'
import type { Commitment } from './commitments.sql.ts'

interface Props {
  visit: Visit
  day: Day
  commitments: readonly Commitment[]
}

/** What people promised themselves, for organisers: to take one off the wall, and to see how many there are. */
export function CommitmentsOfDay({ visit: { t }, commitments }: Props) {
  const shown = commitments.filter(({ shown_at, words }) => shown_at !== null && words !== null)
  return (
    <section class="stack" aria-labelledby="commitments">
      <h2 id="commitments">{t('forum-day.commitments.title')}</h2>
      <p>{t('forum-day.commitments.count', { count: commitments.length, shown: shown.length })}</p>
      {shown.length === 0 && <Empty>{t('forum-day.commitments.none-shown')}</Empty>}
      <ul class="lined-list door-list">
        {shown.map(({ id, words, name, language, hidden_at }) => (
          <li>
            <div>
              <span lang={language}>{words}</span>
              {name && <span class="quiet"> · {name}</span>}{' '}
              {hidden_at !== null && <Tag kind="stopped">{t('forum-day.commitments.hidden')}</Tag>}
            </div>
            <form method="post">
              <input type="hidden" name="commitment" value={id} />
              <SubmitButton
                variant="secondary"
                name="do"
                value={hidden_at === null ? 'hide-commitment' : 'show-commitment'}
              >
                {t(hidden_at === null ? 'forum-day.commitments.hide' : 'forum-day.commitments.show')}{' '}
                <span class="unseen">{words}</span>
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
