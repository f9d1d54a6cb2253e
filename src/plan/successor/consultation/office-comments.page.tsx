import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { Making } from '../load-facts.ts'
import { pathTrail } from '../office.page.tsx'
import { AnswerShown, CommentWords, writerOf } from './comment-list.page.tsx'
import type { Comment } from './comments.sql.ts'
import { partNames } from './parts-named.ts'

interface Props {
  visit: Visit
  making: Making
  comments: readonly Comment[]
}

/** Everything that was said: what waits to be read, what waits for an answer, and the rest. */
export function OfficeCommentsPage(props: Props & { done: boolean }) {
  const { visit, making, comments, done } = props
  const { t, language } = visit
  const groups = {
    waiting: comments.filter((one) => one.state === 'waiting'),
    'to-answer': comments.filter((one) => one.state === 'shown' && one.answer_id === null),
    answered: comments.filter((one) => one.answer_id !== null),
    'held-back': comments.filter((one) => one.state === 'held-back'),
  }
  const days = [...Map.groupBy(comments, (one) => localDate(one.asked_at))]
  return (
    <Page
      visit={visit}
      title={t('successor.comments.title')}
      lead={t('successor.comments.lead', { count: comments.length })}
      trail={pathTrail(visit)}
      wide
    >
      {done && (
        <Notice kind="good" live>
          {t('successor.saved')}
        </Notice>
      )}
      <Actions>
        {groups['to-answer'].length > 0 && (
          <LinkButton href={visit.to('/office/next-plan/answer')}>
            {t('successor.comments.answer')}
          </LinkButton>
        )}
        <LinkButton href={visit.to('/office/next-plan/comments.csv')} variant="secondary">
          {t('successor.comments.csv')}
        </LinkButton>
        <LinkButton href={visit.to('/office/next-plan/consultation')} variant="secondary">
          {t(`successor.round.${making.successor.last_day ? 'more-days' : 'open'}`)}
        </LinkButton>
      </Actions>
      {comments.length === 0 && <Empty>{t('successor.comments.none')}</Empty>}
      {(['waiting', 'to-answer', 'answered', 'held-back'] as const).map((which) => (
        <Group {...props} which={which} list={groups[which]} />
      ))}
      {days.length > 0 && (
        <DataTable
          caption={t('successor.comments.by-day')}
          head={[t('successor.comments.day'), t('successor.comments.number')]}
          rows={days.map(([day, list]) => [dateInWords(language, day), String(list.length)])}
        />
      )}
    </Page>
  )
}

function Group({
  visit,
  making,
  which,
  list,
}: Props & { which: 'waiting' | 'to-answer' | 'answered' | 'held-back'; list: readonly Comment[] }) {
  const { t } = visit
  if (list.length === 0) return null
  const names = partNames(t, making)
  return (
    <section class="stack" aria-labelledby={`group-${which}`}>
      <h2 id={`group-${which}`}>{t(`successor.comments.${which}`, { count: list.length })}</h2>
      <ul class="lined-list">
        {list.map((one) => (
          <li class="stack-tight">
            <p>
              <a href={visit.to(`/office/next-plan/comments/${one.id}`)}>
                {names(one)}
                <span class="unseen">: {one.words.slice(0, 60)}</span>
              </a>{' '}
              <span class="quiet">{writerOf(visit, one)}</span>
            </p>
            <CommentWords visit={visit} comment={one} />
            {one.noticed && <Notice kind="late">{t(`successor.noticed.${one.noticed}`)}</Notice>}
            {which === 'answered' && <AnswerShown visit={visit} comment={one} />}
            {one.held_reason && <p class="quiet">{one.held_reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
