import type { Child } from 'hono/jsx'
import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate, zoned } from '#platform/time.ts'
import { longDate } from '#platform/dates.ts'
import { Text } from '#platform/ui/text.tsx'
import type { Speaker } from './agenda.sql.ts'
import type { AgendaItem } from './load-agenda.ts'

interface Props {
  visit: Visit
  items: readonly AgendaItem[]
}

/** The programme on an event's page: when what happens, and who speaks. */
export function AgendaSection({ visit, items }: Props) {
  if (items.length === 0) return null
  return (
    <section class="stack" id="programme" aria-labelledby="programme-title">
      <h2 id="programme-title">{visit.t('agenda.title')}</h2>
      <AgendaList visit={visit} items={items} />
    </section>
  )
}

interface ListProps extends Props {
  /** What the office can do with an item. */
  actions?: (item: AgendaItem) => Child
  /** The office sees the names of those who have not agreed to be named, too. */
  forOffice?: boolean
}

export function AgendaList({ visit, items, actions, forOffice = false }: ListProps) {
  const { t, language } = visit
  // On the event's page a heading stands above the list; in the office the list is the page.
  const Heading = forOffice ? 'h2' : 'h3'
  return (
    <ol class="agenda">
      {items.map((item, index) => (
        <li class={item.kind === 'break' ? 'pause' : undefined}>
          {isNewDay(items, index) && (
            <p class="kicker">
              <strong>{longDate(language, item.time.starts_at)}</strong>
            </p>
          )}
          <p class="numbers">
            <time datetime={withOffset(item.time.starts_at)}>
              {timeSpan(language, item.time.starts_at, item.time.ends_at)}
            </time>
          </p>
          <div class="stack-tight">
            <Heading>
              <Text of={item.title} t={t} />
            </Heading>
            <p class="quiet small">
              {t(`agenda.kind.${item.kind}`)} · {t('agenda.minutes', { minutes: item.minutes })}
            </p>
            {item.speakers.map((one) => (
              <SpeakerLine visit={visit} speaker={one} forOffice={forOffice} />
            ))}
            {item.time.overlap > 0 && forOffice && (
              <p class="mistake-note">{t('agenda.overlap', { minutes: item.time.overlap })}</p>
            )}
            {actions?.(item)}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Whether a day of a longer event begins here; the first day stands above already. */
const isNewDay = (items: readonly AgendaItem[], index: number): boolean => {
  const [here, before] = [items[index], items[index - 1]]
  return Boolean(here && before && localDate(here.time.starts_at) !== localDate(before.time.starts_at))
}

const withOffset = (instant: string): string =>
  zoned(instant).toString({ smallestUnit: 'minute', timeZoneName: 'never' })

/** Who speaks: by name when they agreed to that, otherwise by what they do. */
function SpeakerLine({ visit, speaker, forOffice }: { visit: Visit; speaker: Speaker; forOffice: boolean }) {
  const name = speaker.consented_at !== null || forOffice ? speaker.name : null
  const rest = roleOf(speaker)
  if (!name && !rest) return null
  return (
    <p class="speaker">
      {name && <strong>{name}</strong>}
      {name && rest && ', '}
      {rest}
      {forOffice && speaker.consented_at === null && ` (${visit.t('agenda.not-named')})`}
    </p>
  )
}

/** What somebody does, and where: "ordförande, Byalaget". */
export const roleOf = ({ role, organisation }: Pick<Speaker, 'role' | 'organisation'>): string =>
  [role, organisation].filter(Boolean).join(', ')
