import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Notice } from '#platform/ui/parts.tsx'
import { addressOf, type Shown } from './filters.page.tsx'
import type { Wave } from './inbox.rules.ts'

/** What has come in a rush, each wave with a way to a list of it alone, where one press closes it. */
export function Waves({ visit, waves }: { visit: Visit; waves: readonly Wave[] }) {
  const { t, to, language } = visit
  if (waves.length === 0) return null
  return (
    <Notice kind="waiting" title={t('inbox.wave.title')}>
      <ul>
        {waves.map(({ kind, from, until, count }) => (
          <li>
            <a href={to(addressOf({ kind, to: null, late: false, between: { from, until } }))}>
              {t(`inbox.wave.one-${kind}`, { count, time: dateAndTime(language, from) })}
            </a>
          </li>
        ))}
      </ul>
      <p>{t('inbox.wave.says')}</p>
    </Notice>
  )
}

/** In the list of one wave: what it shows, and what closing it does. */
export function WaveShown({ visit, shown }: { visit: Visit; shown: Shown }) {
  const { t, language } = visit
  if (!shown.between) return null
  const { from, until } = shown.between
  return (
    <Notice>
      <p>{t('inbox.wave.shown', { time: dateAndTime(language, from, until) })}</p>
      {shown.kind === 'idea' && <p>{t('inbox.wave.ideas')}</p>}
    </Notice>
  )
}
