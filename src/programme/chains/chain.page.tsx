import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Link, SeriesMark, Thread, type ThreadStep } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { StateTag } from '../event-row.page.tsx'
import type { EventLine } from '../events.sql.ts'
import type { Survey } from './chain.sql.ts'
import type { ChainStep } from './load-chain.ts'

interface Props {
  visit: Visit
  steps: readonly ChainStep[]
  /** The event whose page it is. */
  here: string
}

/** What the event follows from and what follows from it, on its page. */
export function ChainSection({ visit, steps, here }: Props) {
  const { t } = visit
  return (
    <section class="stack" id="chain" aria-labelledby="chain-title">
      <h2 id="chain-title">{t('chains.title')}</h2>
      <p>{t('chains.lead')}</p>
      <ChainLine visit={visit} steps={steps} here={here} />
    </section>
  )
}

/** A chain as a line: every step with its date, its series and how it stands. */
export const ChainLine = ({ visit, steps, here }: Props) => (
  <Thread
    t={visit.t}
    steps={steps.map(({ id, event, survey }) => ({
      here: id === here,
      ...(event ? eventStep(visit, event) : surveyStep(visit, survey)),
    }))}
  />
)

function eventStep({ t, to, language, now }: Visit, event: EventLine): ThreadStep {
  return {
    kind: (
      <>
        <SeriesMark mark={event.series_mark} /> {inLanguage(event.series_name, language)}
      </>
    ),
    title: <Text of={event.title} t={t} />,
    href: to(`/events/${event.slug}`),
    text: (
      <>
        {dateAndTime(language, event.starts_at, event.ends_at)} <StateTag t={t} event={event} now={now} />
      </>
    ),
    waiting: event.ends_at > now,
  }
}

function surveyStep({ t, language, now }: Visit, { title, url, on_date }: Survey): ThreadStep {
  const name = <Text of={title} t={t} />
  return {
    kind: t('chains.survey'),
    title: url ? <Link href={url}>{name}</Link> : name,
    text: dateInWords(language, on_date),
    waiting: on_date > localDate(now),
  }
}
