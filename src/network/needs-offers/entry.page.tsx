import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Entry } from './entries.sql.ts'
import { pointsFor, pointsMin, suggestionsMax } from './meet.rules.ts'
import { EntryFacts, EntryTag, listTrail, type Theme } from './shown.page.tsx'

/** One need or offer, for everybody. */
export function EntryPage({
  visit,
  entry,
  themes,
  children,
}: {
  visit: Visit
  entry: Entry
  themes: readonly Theme[]
  /** What came of it. */
  children?: Child
}) {
  const { t, to, language } = visit
  const other = entry.side === 'need' ? 'offer' : 'need'
  return (
    <Page
      visit={visit}
      title={inLanguage(entry.words, language)}
      heading={<Text of={entry.words} t={t} />}
      trail={listTrail(visit)}
    >
      <p>
        {t(`needs-offers.side.${entry.side}`)} <EntryTag visit={visit} entry={entry} />
      </p>
      <EntryFacts visit={visit} entry={entry} themes={themes} />
      {children}
      {!entry.ended_at && (
        <Notice>
          <p>{t(`needs-offers.entry.meet-${entry.side}`)}</p>
          <p>
            <a href={to(`/network/needs/mine/new?side=${other}`)}>{t(`needs-offers.list.new-${other}`)}</a>
          </p>
          <p>
            <a href={to('/network/needs/how')}>{t('needs-offers.how.title')}</a>
          </p>
        </Notice>
      )}
    </Page>
  )
}

/** The whole rule, in sentences: what counts how much, and what happens then. */
export function HowPage({ visit }: { visit: Visit }) {
  const { t } = visit
  const { kind, days, daysLong, place, wholeCity, theme, wordEach, wordsMax } = pointsFor
  return (
    <Page
      visit={visit}
      title={t('needs-offers.how.title')}
      lead={t('needs-offers.how.lead')}
      trail={listTrail(visit)}
    >
      <h2>{t('needs-offers.how.counts')}</h2>
      <ul>
        <li>{t('needs-offers.how.kind', { points: kind })}</li>
        <li>{t('needs-offers.how.days', { points: days, more: daysLong })}</li>
        <li>{t('needs-offers.how.place', { points: place, whole: wholeCity })}</li>
        <li>{t('needs-offers.how.theme', { points: theme })}</li>
        <li>{t('needs-offers.how.words', { points: wordEach, max: wordsMax })}</li>
      </ul>
      <p>{t('needs-offers.how.enough', { points: pointsMin, max: suggestionsMax })}</p>
      <p>{t('needs-offers.how.nothing-else')}</p>
      <h2>{t('needs-offers.how.then')}</h2>
      <ol>
        <li>{t('needs-offers.how.both-see')}</li>
        <li>{t('needs-offers.how.both-yes')}</li>
        <li>{t('needs-offers.how.no')}</li>
        <li>{t('needs-offers.how.after')}</li>
        <li>{t('needs-offers.how.thread')}</li>
      </ol>
    </Page>
  )
}
