import type { Visit } from '#platform/http.ts'
import { isAwaited, refusalToCancel } from './change-event.rules.ts'
import type { ProgrammeEvent } from './events.sql.ts'
import { heartOf, type Task } from './hearts.tsx'

interface Props {
  visit: Visit
  event: ProgrammeEvent
}

const people: readonly Task[] = [
  ['/seats', 'seats.form.link'],
  ['/waiting', 'waiting-list.link'],
  ['/questions', 'programme.edit.questions'],
  ['/mails', 'reminders.mails.link'],
]
const meeting: readonly Task[] = [
  ['/arrangers', 'arrangers.link'],
  ['/themes', 'library.themes.link'],
  ['/programme', 'agenda.to-programme'],
  ['/materials', 'materials.to-materials'],
  ['/chain', 'chains.to-chain'],
  ['/needs', 'programme.edit.needs'],
  ['/paper', 'door.to-paper'],
]
const afterwards: readonly Task[] = [
  ['/evaluation', 'evaluation.results.link'],
  ['/held', 'programme.edit.held'],
]

/** What is done with an event now and then, in the order in which it comes up. */
export function EventTasks({ visit, event }: Props) {
  const { t, now, member } = visit
  const mayCancel = isAwaited(event, now) && refusalToCancel(event, now) === null
  const whole: Task[] = [
    ...(member?.party ? [['/copy', 'copy.link'] as const] : []),
    ...(mayCancel ? [['/cancel', 'programme.edit.cancel'] as const] : []),
  ]
  const heart = heartOf(event.series_key)
  const ofSeries = [...(heart.eventTasks ?? []), ...(member?.party ? (heart.coordinatorTasks ?? []) : [])]
  return (
    <div class="grid">
      <Tasks visit={visit} event={event} title={t('programme.edit.tasks.people')} tasks={people} />
      <Tasks
        visit={visit}
        event={event}
        title={t('programme.edit.tasks.meeting')}
        tasks={[...ofSeries, ...meeting]}
      />
      <Tasks
        visit={visit}
        event={event}
        title={t('programme.edit.tasks.afterwards')}
        tasks={[...afterwards, ...whole]}
      />
    </div>
  )
}

const Tasks = ({ visit, event, title, tasks }: Props & { title: string; tasks: readonly Task[] }) => (
  <section class="stack-tight">
    <h2>{title}</h2>
    <ul>
      {tasks.map(([path, words]) => (
        <li>
          <a href={visit.to(`/office/events/${event.id}${path}`)}>{visit.t(words)}</a>
        </li>
      ))}
    </ul>
  </section>
)
