import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { CsvLink } from '#platform/ui/csv-link.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, LinkButton } from '#platform/ui/parts.tsx'
import { doerWithoutAccount, isKnownHappening } from './happenings.ts'
import type { Happening } from './happenings.sql.ts'
import { deskTrail } from './places.page.tsx'

interface Props {
  visit: Visit
  happenings: readonly Happening[]
  /** The titles of the events among what it was about, by id. */
  events: ReadonlyMap<string, Texts>
  /** The id to go on from, when there are older ones. */
  next: string | undefined
}

/** What happened lately, and who did it. */
export function RecordPage({ visit, happenings, events, next }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('office.record.title')}
      lead={t('office.record.lead')}
      trail={deskTrail(visit)}
    >
      {happenings.length === 0 && <Empty>{t('office.record.none')}</Empty>}
      <ol class="lined-list">
        {happenings.map((happening) => (
          <li>
            <HappeningLine visit={visit} happening={happening} event={events.get(happening.about)} />
          </li>
        ))}
      </ol>
      {next && (
        <LinkButton variant="secondary" href={visit.to(`/office/record?before=${next}`)}>
          {t('office.record.older')}
        </LinkButton>
      )}
      <CsvLink visit={visit} href="/office/record.csv" />
    </Page>
  )
}

/** Who it was, and what they did. */
export function inWords(t: Visit['t'], { what, by_name, detail }: Happening) {
  const number = detail['number']
  const doer = { steward: undefined, ...doerWithoutAccount(what, detail) }
  const said = isKnownHappening(what) ? t(`office.happened.${what}`) : t('office.record.unknown', { what })
  return {
    who: by_name ?? t(`office.record.${doer.kind}`, { steward: doer.steward ?? '' }),
    what: typeof number === 'number' ? `${said} ${t('office.record.number', { number })}` : said,
  }
}

interface LineProps {
  visit: Visit
  happening: Happening
  event: Texts | undefined
}

function HappeningLine({ visit, happening, event }: LineProps) {
  const { t, language } = visit
  const { at, about } = happening
  const { who, what } = inWords(t, happening)
  return (
    <>
      <p class="stack-tight">
        <strong>{who}</strong> {what}
        {event && (
          <>
            : <a href={visit.to(`/office/events/${about}`)}>{inLanguage(event, language)}</a>
          </>
        )}
      </p>
      <p class="thread-kind">
        <time datetime={at}>{dateAndTime(language, at)}</time>
      </p>
    </>
  )
}
