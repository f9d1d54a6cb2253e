import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import { baseOf, type EventOf, SeatingFrame } from '../seating-plan/frame.page.tsx'
import type { Forum } from '../seating-plan/index.ts'
import { changeInWords } from './changed-tables.mail.ts'
import type { Moved } from './moved.rules.ts'

interface Props extends Answered {
  visit: Visit
  event: EventOf
  forum: Forum
  moved: readonly Moved[]
}

/** Who is to be told that they sit elsewhere than they were shown, and what. */
export function TellMovedPage(props: Props) {
  const { visit, event, forum, moved } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <SeatingFrame visit={visit} event={event} title={t('reseating.tell.title')} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      {moved.length === 0 ? (
        <Empty>{t('reseating.tell.nobody')}</Empty>
      ) : (
        <>
          <ul>
            {peopleIn(forum, moved).map(({ name, seats }) => (
              <li>
                <strong>{name}</strong>:{' '}
                {seats
                  .map(({ round, from, to }) => {
                    const seat = { from: numberOf(forum, from), to: numberOf(forum, to) }
                    return `${t('your-tables.round', { number: round })}: ${changeInWords(t, seat)}`
                  })
                  .join(', ')}
              </li>
            ))}
          </ul>
          <Form>
            <TellButton visit={visit} forum={forum} />
          </Form>
        </>
      )}
    </SeatingFrame>
  )
}

const numberOf = ({ tables }: Forum, table: string | null): number | null =>
  tables.find(({ id }) => id === table)?.number ?? null

const TellButton = ({ visit: { t }, forum }: Pick<Props, 'visit' | 'forum'>) => (
  <>
    <input type="hidden" name="seen" value={String(forum.seating.version)} />
    <SubmitButton>{t('reseating.tell.button')}</SubmitButton>
  </>
)

function peopleIn(forum: Forum, moved: readonly Moved[]) {
  const by = Map.groupBy(moved, ({ signUpId }) => signUpId)
  return forum.people.flatMap(({ id, name }) => {
    const seats = by.get(id)
    return seats ? [{ name, seats }] : []
  })
}

/** On the board, for as long as somebody sits elsewhere than they were shown and has not been told. */
export function MovedNotice({ visit, event, forum, moved }: Omit<Props, keyof Answered>) {
  const { t } = visit
  if (moved.length === 0) return null
  const people = peopleIn(forum, moved)
  return (
    <Notice kind="late" title={t('reseating.tell.notice', { count: people.length })}>
      <p>{new Intl.ListFormat(t.language, { type: 'conjunction' }).format(namedIn(t, people))}</p>
      <form method="post" action={visit.to(`${baseOf(event)}/tell`)} class="row">
        <TellButton visit={visit} forum={forum} />
        <a href={visit.to(`${baseOf(event)}/tell`)}>{t('reseating.tell.see')}</a>
      </form>
    </Notice>
  )
}

const namedMax = 8

const namedIn = (t: Visit['t'], people: readonly { name: string }[]): string[] =>
  people.length <= namedMax
    ? people.map(({ name }) => name)
    : [
        ...people.slice(0, namedMax).map(({ name }) => name),
        t('reseating.tell.more', { count: people.length - namedMax }),
      ]
