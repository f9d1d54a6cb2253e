import type { Visit } from '#platform/http.ts'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import { refusalBeforeEvent } from './note.rules.ts'
import { forumTasks } from './forum-tasks.ts'
import type { Note } from './notes.sql.ts'
import type { Recommendation } from './recommendations.sql.ts'
import { NoteTag } from './standing.page.tsx'
import type { EventFacts } from './write-note.page.tsx'

interface Props {
  visit: Visit
  event: EventFacts
  note: Note | undefined
  recommendations: readonly Recommendation[]
}

/** What is done with a forum before, during and after it. */
export const ForumTasks = ({ visit, eventId }: { visit: Visit; eventId: string }) => (
  <Card level={2} title={visit.t('forum.tasks.title')}>
    <ul>
      {forumTasks.map(([path, words]) => (
        <li>
          <a href={visit.to(`/office/events/${eventId}${path}`)}>{visit.t(words)}</a>
        </li>
      ))}
    </ul>
  </Card>
)

/** On the event's desk, once it has begun: how far its notes have come, and the way to them. */
export function EventDesk({ visit, event, note, recommendations }: Props) {
  if (refusalBeforeEvent(event.starts_at, visit.now)) return null
  const { t } = visit
  return (
    <Card level={2} title={t('forum.desk.title')}>
      <p class="row">
        <NoteTag visit={visit} note={note} />
        <span>{t('forum.desk.recommendations', { count: recommendations.length })}</span>
      </p>
      <LinkButton href={visit.to(`/office/events/${event.id}/notes`)}>{t('forum.desk.write')}</LinkButton>
    </Card>
  )
}
