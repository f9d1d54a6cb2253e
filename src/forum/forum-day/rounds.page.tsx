import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, LinkButton } from '#platform/ui/parts.tsx'
import { type DayRefusal, refusalToPress } from './day.rules.ts'
import { DayButtons } from './day-buttons.page.tsx'
import { DayProgramme } from './day-programme.page.tsx'
import { type ToInterpret, Interpreting } from './interpreting.page.tsx'
import type { Day } from './load-day.ts'
import { Counting } from './running-round.page.tsx'
import { WallLinks } from './wall/wall-links.page.tsx'
import type { WallLink } from './wall/wall-links.sql.ts'
import { type Commitment } from './commitments/commitments.sql.ts'
import { CommitmentsOfDay } from './commitments/commitments-of-day.page.tsx'

interface Props extends Answered {
  visit: Visit
  day: Day
  links: readonly WallLink[]
  toInterpret: ToInterpret | null
  commitments: readonly Commitment[]
  /** The id that a new link will have. */
  newId: string
  /** The address of the link that was just made: shown this once. */
  made?: string
}

/** Where the day is led from: what is on, what comes next, and what the wall shows. */
export function RoundsPage(props: Props) {
  const { visit, day, links, toInterpret, newId, made, commitments, ...answered } = props
  const { t, language, now } = visit
  const problems = problemsOf(t, answered)
  const title = inLanguage(day.event.title, language)
  const closed = refusalToPress({ event: day.event, now, seen: day.version, version: day.version })
  return (
    <Page
      visit={visit}
      title={t('forum-day.rounds.title', { title })}
      heading={t('forum-day.rounds.heading')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/office/events/${day.event.id}`), label: title }]}
      head={<Counting visit={visit} />}
    >
      <Problems visit={visit} list={problems} />
      {closed ? <Closed visit={visit} closed={closed} day={day} /> : <DayButtons visit={visit} day={day} />}
      {toInterpret && !closed && <Interpreting visit={visit} toInterpret={toInterpret} />}
      <DayProgramme visit={visit} day={day} mayMove={!closed} />
      <WallLinks visit={visit} links={links} {...{ day, newId, made, answered }} />
      <CommitmentsOfDay visit={visit} day={day} commitments={commitments} />
    </Page>
  )
}

function Closed({ visit, closed, day }: { visit: Visit; closed: DayRefusal; day: Day }) {
  const { t } = visit
  return (
    <Empty>
      <p>{t(`forum-day.closed.${closed}`)}</p>
      {day.rounds.length === 0 && closed === 'not-today' && (
        <LinkButton variant="secondary" href={visit.to(`/office/events/${day.event.id}/seating`)}>
          {t('forum-day.rounds.to-seating')}
        </LinkButton>
      )}
    </Empty>
  )
}
