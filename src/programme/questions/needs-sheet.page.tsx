import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, DataTable, Empty, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import { eventTrail } from '../office-event.page.tsx'
import { interpreterInWords, needInWords } from './need-in-words.ts'
import { countNeeds } from './needs.rules.ts'
import type { NeedsLine } from './needs.sql.ts'

interface Props {
  visit: Visit
  event: ProgrammeEvent
  lines: readonly NeedsLine[]
  /** The date on which needs are wiped, or were. */
  wipeOn: string
}

/** What hosts and caterers must know, in numbers: to be printed and handed over. No names. */
export function NeedsSheetPage({ visit, event, lines, wipeOn }: Props) {
  const { t, language } = visit
  const counts = countNeeds(lines, event.spoken)
  const access = [
    ...counts.access.map(({ need, count }) => [needInWords(t, need), count] as const),
    ...counts.interpreters.map(({ pair, count }) => [interpreterInWords(t, pair), count] as const),
    ...[...counts.accessWords, ...counts.interpretationWords].map(
      ({ words, count }) => [t('needs.own-words', { words }), count] as const,
    ),
  ]
  const meals = counts.meals.map(
    ({ diets, words, count }) =>
      [
        [diets.map((diet) => needInWords(t, diet)).join(' + '), words && t('needs.own-words', { words })]
          .filter(Boolean)
          .join(': '),
        count,
      ] as const,
  )
  return (
    <Page
      visit={visit}
      title={t('needs.sheet.title', { title: inLanguage(event.title, language) })}
      lead={inBrief(t, counts)}
      trail={eventTrail(visit, event)}
    >
      <EventInBrief visit={visit} event={event} />
      {lines.length === 0 ? (
        <Empty>
          {t(isWiped(visit, wipeOn) ? 'needs.sheet.wiped' : 'needs.sheet.none', dateOf(t, wipeOn))}
        </Empty>
      ) : (
        <>
          <h2>{t('needs.sheet.access')}</h2>
          <Counts t={t} what="access" rows={access} />
          <h2>{t('needs.sheet.meals')}</h2>
          <Counts t={t} what="meals" rows={meals} />
          {counts.access.some(({ need }) => need === 'assistant') && <p>{t('needs.sheet.assistants')}</p>}
          <p class="small">{t('needs.sheet.why', dateOf(t, wipeOn))}</p>
          <Actions>
            <LinkButton variant="secondary" href={visit.to(`/office/events/${event.id}/needs/names`)}>
              {t('needs.sheet.names')}
            </LinkButton>
          </Actions>
        </>
      )}
    </Page>
  )
}

const dateOf = (t: Words, date: string) => ({ date: dateInWords(t.language, date) })

const isWiped = (visit: Visit, wipeOn: string): boolean => wipeOn <= localDate(visit.now)

/** "2 step-free, 1 interpreter sv–es": what a host must remember when everything else is forgotten. */
function inBrief(t: Words, counts: ReturnType<typeof countNeeds>): string | undefined {
  const parts = [
    ...counts.access.map(({ need, count }) => `${count} ${needInWords(t, need)}`),
    ...counts.interpreters.map(({ pair, count }) => `${count} ${interpreterInWords(t, pair)}`),
  ]
  const meals = counts.meals.reduce((sum, { count }) => sum + count, 0)
  if (meals > 0) parts.push(t('needs.sheet.special-meals', { count: meals }))
  return parts.length > 0 ? parts.join(', ') : undefined
}

function EventInBrief({ visit, event }: Pick<Props, 'visit' | 'event'>) {
  const { t, language } = visit
  return (
    <Facts
      rows={[
        [t('needs.sheet.when'), dateAndTime(language, event.starts_at, event.ends_at)],
        [t('needs.sheet.where'), [event.place_name, event.address].filter(Boolean).join(', ')],
        [t('needs.sheet.seats'), String(event.seats_taken)],
      ]}
    />
  )
}

interface CountsProps {
  t: Words
  what: 'access' | 'meals'
  rows: readonly (readonly [string, number])[]
}

function Counts({ t, what, rows }: CountsProps) {
  if (rows.length === 0) return <p>{t('needs.sheet.nothing')}</p>
  return (
    <DataTable
      caption={t(`needs.sheet.${what}`)}
      captionUnseen
      head={[t('needs.sheet.column.what'), t('needs.sheet.column.how-many')]}
      rows={rows.map(([what, count]) => [what, String(count)])}
    />
  )
}

/** The second, deliberate view: who needs what. For those who must speak with somebody about it. */
export function NeedsNamesPage({ visit, event, lines, wipeOn }: Props) {
  const { t, language } = visit
  const sheet = { href: visit.to(`/office/events/${event.id}/needs`), label: t('needs.sheet.short') }
  return (
    <Page
      visit={visit}
      wide
      title={t('needs.names.title', { title: inLanguage(event.title, language) })}
      trail={[...eventTrail(visit, event), sheet]}
    >
      <Notice kind="late">{t('needs.names.careful', dateOf(t, wipeOn))}</Notice>
      {lines.length === 0 ? (
        <Empty>{t('needs.sheet.nothing')}</Empty>
      ) : (
        <DataTable
          caption={t('needs.names.caption', { count: lines.length })}
          head={[t('needs.names.name'), t('needs.names.needs')]}
          rows={lines.map((line) => [line.name, needsOfLine(t, line, event)])}
        />
      )}
    </Page>
  )
}

const needsOfLine = (t: Words, line: NeedsLine, { spoken }: ProgrammeEvent): string =>
  [
    ...line.boxes.map((need) => needInWords(t, need, spoken)),
    ...[line.access, line.interpretation, line.diet].flatMap((words) =>
      words ? t('needs.own-words', { words }) : [],
    ),
  ].join(', ')
