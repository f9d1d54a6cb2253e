import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Facts, Tag } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { standingOf } from './entry.rules.ts'
import type { Entry } from './entries.sql.ts'
import type { Reason } from './meet.rules.ts'

/** The themes that coordinators have chosen, as they are handed in from where they are kept. */
export interface Theme {
  id: string
  slug: string
  name: Texts
}

/** How it stands, in a word. */
export function EntryTag({ visit: { t, now }, entry }: { visit: Visit; entry: Entry }) {
  const standing = standingOf(entry, localDate(now))
  if (standing === 'open') return <Tag kind="good">{t('needs-offers.standing.open')}</Tag>
  if (standing === 'asks') return <Tag kind="waiting">{t('needs-offers.standing.asks')}</Tag>
  return <Tag kind="stopped">{t(`needs-offers.ended.${entry.ended_because ?? 'withdrawn'}`)}</Tag>
}

export const daysInWords = ({ t, language }: Visit, from: string, until: string): string =>
  t('needs-offers.days', { from: dateInWords(language, from), until: dateInWords(language, until) })

/** What it says of kind, days, place and theme, in one quiet line of a list. */
export function EntryLine({ visit, entry, themes }: Shown) {
  const { t } = visit
  const theme = themes.find(({ id }) => id === entry.theme_id)
  const parts = [
    t(`needs-offers.kind.${entry.kind}`),
    entry.place ?? t('needs-offers.whole-city'),
    daysInWords(visit, entry.from_day, entry.until_day),
    ...(theme ? [inLanguage(theme.name, visit.language)] : []),
  ]
  return <p class="small quiet">{parts.join(' · ')}</p>
}

interface Shown {
  visit: Visit
  entry: Entry
  themes: readonly Theme[]
}

/** All that everybody may know of it. */
export function EntryFacts({ visit, entry, themes }: Shown) {
  const { t, to, language } = visit
  const theme = themes.find(({ id }) => id === entry.theme_id)
  return (
    <>
      <Facts
        rows={[
          [
            t('needs-offers.form.organisation'),
            <a href={to(`/network/organisations/${entry.slug}`)}>
              <Text of={entry.organisation} t={t} />
            </a>,
          ],
          [t('needs-offers.form.kind'), t(`needs-offers.kind.${entry.kind}`)],
          [t('needs-offers.form.place'), entry.place ?? t('needs-offers.whole-city')],
          [t('needs-offers.form.days'), daysInWords(visit, entry.from_day, entry.until_day)],
          [t('needs-offers.form.theme'), theme ? inLanguage(theme.name, language) : null],
        ]}
      />
      <LongText of={entry.about} t={t} />
    </>
  )
}

/** Why they are suggested to each other: each reason of the rule in a sentence, with what it counts. */
export function Reasons({
  visit,
  reasons,
  themes,
}: {
  visit: Visit
  reasons: readonly Reason[]
  themes: readonly Theme[]
}) {
  const { t } = visit
  return (
    <ul>
      {reasons.map((one) => (
        <li>
          {reasonInWords(visit, one, themes)}{' '}
          <span class="quiet">{t('needs-offers.points', { points: one.points })}</span>
        </li>
      ))}
    </ul>
  )
}

function reasonInWords(visit: Visit, one: Reason, themes: readonly Theme[]): string {
  const { t, language } = visit
  switch (one.reason) {
    case 'kind':
      return t('needs-offers.reason.kind', { kind: t(`needs-offers.kind.${one.kind}`) })
    case 'days':
      return t('needs-offers.reason.days', { days: daysInWords(visit, one.from, one.until) })
    case 'place':
      return t('needs-offers.reason.place', { place: one.place })
    case 'whole-city':
      return t('needs-offers.reason.whole-city')
    case 'theme': {
      const theme = themes.find(({ id }) => id === one.theme)
      return t('needs-offers.reason.theme', { theme: theme ? inLanguage(theme.name, language) : '' })
    }
    case 'words':
      return t('needs-offers.reason.words', { words: one.words.join(', ') })
  }
}

export const listTrail = ({ t, to }: Visit) => [
  { href: to('/network'), label: t('network.title') },
  { href: to('/network/needs'), label: t('needs-offers.list.title') },
]
