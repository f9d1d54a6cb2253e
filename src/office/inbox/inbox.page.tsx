import { CsvLink } from '#platform/ui/csv-link.tsx'
import { timeSpan, dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import { withoutPersonalNumbers } from '#platform/personal-numbers.rules.ts'
import { localDate } from '#platform/time.ts'
import { Form } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, Notice, Tag } from '#platform/ui/parts.tsx'
import { type Assignable, Deeds } from './deeds.page.tsx'
import { queryOf, type InboxCount, type Shown, Tabs } from './filters.page.tsx'
import { seenOf } from './seen-of.ts'
import { type InboxKind, pathOf, waited, type Wave } from './inbox.rules.ts'
import type { InboxItem } from './inbox.sql.ts'
import { Pages } from './pages.page.tsx'
import { Waves, WaveShown } from './waves.page.tsx'

interface Props {
  visit: Visit
  shown: Shown
  counts: readonly InboxCount[]
  items: readonly InboxItem[]
  people: readonly Assignable[]
  /** What another has given away meanwhile, as it stands now. */
  missed?: readonly InboxItem[]
  /** What is wrong with what was pressed, as a key. */
  problem?: string | undefined
  pages: { number: number; last: number }
  waves: readonly Wave[]
  /** How many ideas of a wave were not let through a moment ago. */
  refused?: number
}

/** Everything that somebody sent in and that waits, the longest waiting first. */
export function InboxPage(props: Props) {
  const { visit, shown, counts, items, people, missed = [], problem, pages, waves, refused = 0 } = props
  const { t, to } = visit
  return (
    <Page
      visit={visit}
      wide
      title={t('inbox.title')}
      lead={t('inbox.lead')}
      wrong={missed.length > 0 || problem !== undefined}
    >
      {problem && (
        <Notice kind="wrong" live>
          {t(problem)}
        </Notice>
      )}
      {refused > 0 && (
        <Notice kind="good" live>
          {t('inbox.wave.refused', { count: refused })}{' '}
          <a href={to('/office/moderation')}>{t('moderation.log.title')}</a>
        </Notice>
      )}
      <Missed visit={visit} items={missed} />
      {shown.between ? <WaveShown visit={visit} shown={shown} /> : <Waves visit={visit} waves={waves} />}
      <p class="row">
        <a href={to('/office/inbox/answered')}>{t('inbox.answered.title')}</a>
        <a href={to('/office/inbox/closed')}>{t('inbox.closed.title')}</a>
        <a href={to('/office/inbox/texts')}>{t('inbox.texts.title')}</a>
      </p>
      <Tabs visit={visit} shown={shown} counts={counts} />
      {items.length === 0 ? (
        <Empty>{t('inbox.nothing')}</Empty>
      ) : (
        <Form>
          <DataTable
            caption={t('inbox.title')}
            captionUnseen
            onPhone="labels"
            head={['what', 'kind', 'waited', 'assigned', 'choose'].map((one) => t(`inbox.column.${one}`))}
            rows={items.map((item) => rowOf(visit, item))}
          />
          <Deeds visit={visit} people={people} isWave={shown.between !== null} />
        </Form>
      )}
      <Pages visit={visit} shown={shown} pages={pages} />
      <CsvLink visit={visit} href="/office/inbox.csv" query={queryOf(shown)} />
    </Page>
  )
}

function rowOf(visit: Visit, item: InboxItem) {
  const { t, now } = visit
  const { kind, id, assigned_name } = item
  const arrivedOn = localDate(item.arrived_at)
  const { days, late } = waited({ arrivedOn, dueOn: item.due_on }, localDate(now))
  const words = wordsOf(item, t.language)
  const value = `${kind}:${id}:${seenOf(item)}`
  return [
    <ItemLink visit={visit} item={item} />,
    t(`inbox.kind.${kind}`),
    <>
      {t('inbox.days', { days })} {late > 0 && <Tag kind="late">{t('inbox.late', { days: late })}</Tag>}
      {late === 0 && item.due_on && (
        <span class="quiet">{t('inbox.due', { day: dateInWords(t.language, item.due_on) })}</span>
      )}
    </>,
    assigned_name ?? <span class="quiet">{t('inbox.nobody')}</span>,
    <>
      <input type="hidden" name="shown" value={value} />
      <input
        type="checkbox"
        class="ds-input"
        name="item"
        value={value}
        aria-label={t('inbox.choose', { words })}
      />
    </>,
  ]
}

// The beginning says what it is about; the rest is read where it is answered.
const shownMax = 110

/** Needs are written down in several languages, and organisations are called otherwise in each. */
const isInLanguages = (kind: InboxKind): boolean => kind === 'need' || kind === 'claim'

/** What it says, in the reader's language where it is there; in lists a number that is a person's stands as dots. */
export function wordsOf({ kind, title }: { kind: InboxKind; title: string }, language: Language): string {
  const said = isInLanguages(kind) ? inLanguage(JSON.parse(title) as Texts, language) : title
  const { text } = withoutPersonalNumbers(said.replaceAll(/\s+/g, ' '))
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text
}

/** The way to where it is acted upon; what waits for one party's answer leads nobody else anywhere. */
function ItemLink({ visit, item }: { visit: Visit; item: InboxItem }) {
  const { t, to, member } = visit
  const words = wordsOf(item, t.language) || t('inbox.wiped')
  const isTheirs = item.party_id !== null && item.party_id !== member?.party?.id
  if (isTheirs)
    return (
      <>
        <span lang={item.language}>{words}</span> <span class="quiet small">{t('inbox.other-party')}</span>
      </>
    )
  return (
    <a href={to(pathOf(item))} lang={isInLanguages(item.kind) ? undefined : item.language}>
      {words}
    </a>
  )
}

/** Two who give the same thing away at once: the second is told who was first, and when. */
function Missed({ visit: { t }, items }: { visit: Visit; items: readonly InboxItem[] }) {
  if (items.length === 0) return null
  return (
    <Notice kind="wrong" title={t('inbox.missed.title', { count: items.length })} live>
      <ul>
        {items.map((item) => (
          <li>
            {t('inbox.missed.one', {
              words: wordsOf(item, t.language),
              by: item.assigned_by ?? t('inbox.missed.somebody'),
              name: item.assigned_name ?? t('inbox.nobody'),
              time: item.assigned_at ? timeSpan(t.language, item.assigned_at) : '',
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
