import { dateAndTime } from '#platform/dates.ts'
import { Empty, Tag } from '#platform/ui/parts.tsx'
import type { DeskProps } from './office-dialogue.page.tsx'
import type { Statement } from './statements.sql.ts'

const addressOf = ({ visit, event, dialogue }: DeskProps, statement: Statement): string =>
  visit.to(`/office/events/${event.id}/dialogue/${dialogue.id}/statements/${statement.id}`)

/** What came in and nobody has read yet, in the order it came. */
export function Queue(props: DeskProps) {
  const { visit, statements } = props
  const { t, language } = visit
  return (
    <section class="stack" id="queue" aria-labelledby="queue-title">
      <h2 id="queue-title">{t('dialogue.queue.title', { count: statements.length })}</h2>
      {statements.length === 0 && <Empty>{t('dialogue.queue.none')}</Empty>}
      <ul class="plain-list">
        {statements.map((one) => (
          <li>
            <p>
              <a href={addressOf(props, one)} lang={one.language}>
                {one.words}
              </a>
            </p>
            <p class="small quiet">{dateAndTime(language, one.created_at)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All that were decided about. How they were voted on is nobody's to know yet. */
export function Statements(props: DeskProps) {
  const { visit, statements } = props
  const { t } = visit
  if (statements.length === 0) return null
  return (
    <section class="stack" aria-labelledby="statements-title">
      <h2 id="statements-title">{t('dialogue.statements.title')}</h2>
      <ol class="plain-list">
        {statements.map((one) => (
          <li>
            <span class="quiet">{one.number}.</span>{' '}
            <a href={addressOf(props, one)} lang={one.language}>
              {one.words}
            </a>{' '}
            {one.state === 'turned-down' && <Tag kind="stopped">{t('dialogue.state.turned-down')}</Tag>}
            {one.is_seed === 1 && <span class="small quiet"> {t('dialogue.statements.seed')}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
