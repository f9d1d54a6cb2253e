import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { Empty, Tag, type TagKind } from '#platform/ui/parts.tsx'
import type { Meeting } from './meetings.sql.ts'
import { meetingsPerYear, type YearOfMeetings } from './meetings.rules.ts'

export interface MeetingsShown {
  /** The latest first. */
  list: readonly Meeting[]
  year: YearOfMeetings
  /** Whose turn it is to call the next one. */
  due: Texts | null
  /** Where a meeting's own page is; the office has another. */
  under?: string
}

/** The year in a sentence, then every meeting. */
export function Meetings({ visit, list, year, due, under }: MeetingsShown & { visit: Visit }) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="meetings">
      <h2 id="meetings">{t('steering-group.meetings')}</h2>
      <p>
        <YearInWords visit={visit} year={year} due={due} />
      </p>
      {list.length === 0 && <Empty>{t('steering-group.no-meetings')}</Empty>}
      <ul class="lined-list">
        {list.map((meeting) => (
          <li class="stack-tight">
            <p>
              <a href={visit.to(`${under ?? '/steering-group/meetings'}/${meeting.id}`)}>
                {dateAndTime(visit.language, meeting.starts_at)}
              </a>{' '}
              <MeetingTag visit={visit} meeting={meeting} />
            </p>
            {meeting.place && <p class="quiet">{meeting.place}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "2 of 4 meetings held this year", what is planned, and who is to call the next one. */
function YearInWords({ visit, year, due }: Pick<MeetingsShown, 'year' | 'due'> & { visit: Visit }) {
  const { t, language } = visit
  const { held, planned, dueBy, isLate } = year
  return (
    <>
      <strong>{t('steering-group.year.held', { held, of: meetingsPerYear, year: String(year.year) })}</strong>{' '}
      {planned > 0 && `${t('steering-group.year.planned', { planned })} `}
      {dueBy &&
        due &&
        t(`steering-group.year.due-${isLate ? 'late' : 'by'}`, {
          party: isLate ? nameAtStart(due, language) : inLanguage(due, language),
          date: dateInWords(language, dueBy),
        })}
    </>
  )
}

type Shown = 'cancelled' | 'planned' | 'held' | 'draft' | 'sent' | 'approved' | 'published'

const tagKinds: Record<Shown, TagKind> = {
  cancelled: 'stopped',
  planned: 'plain',
  held: 'waiting',
  draft: 'waiting',
  sent: 'waiting',
  approved: 'waiting',
  published: 'good',
}

/** How far a meeting has come, from its call to the published minutes. */
export function MeetingTag({ visit, meeting }: { visit: Visit; meeting: Meeting }) {
  const isHeld = meeting.ends_at <= visit.now
  const state: Shown = meeting.cancelled_at ? 'cancelled' : (meeting.state ?? (isHeld ? 'held' : 'planned'))
  return <Tag kind={tagKinds[state]}>{visit.t(`steering-group.meeting.state.${state}`)}</Tag>
}
