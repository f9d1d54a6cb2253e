import type { Child } from 'hono/jsx'
import { longDate, dateAndTime, shortDate, timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { chosenText, type Texts } from '#platform/language.ts'
import { Facts, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { EventChange } from './changes.sql.ts'

interface Props {
  visit: Visit
  changes: readonly EventChange[]
}

/** Above everything else on an event's page: that it got another time, place or title, why, and what it was before. */
export function ChangesNotices({ visit, changes }: Props) {
  const { t, language } = visit
  return (
    <>
      {changes.map(({ at, reason, before }) => (
        <Notice kind="late" title={t('changes.title', { date: shortDate(language, at) })}>
          <Plain of={reason} language={language} />
          <Facts
            rows={[
              [t('changes.before.title'), before.title && <Text of={before.title} t={t} />],
              [t('changes.before.when'), whenBefore(visit, before)],
              [
                t('changes.before.doors'),
                before.doors_at && before.starts_at === undefined && timeSpan(language, before.doors_at),
              ],
              [t('changes.before.where'), placeBefore(before)],
              [t('changes.before.online'), before.online && t('changes.before.online-changed')],
            ]}
          />
        </Notice>
      ))}
    </>
  )
}

/** A reason is plain words: its lines are kept, and nothing in it is markup. */
function Plain({ of, language }: { of: Texts; language: Visit['language'] }): Child {
  const chosen = chosenText(of, language)
  const lines = chosen.text.split('\n').filter((line) => line.trim() !== '')
  return (
    <div lang={chosen.isFallback ? chosen.language : undefined}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

function whenBefore({ language, t }: Visit, { starts_at, ends_at }: EventChange['before']): string {
  if (starts_at) return dateAndTime(language, starts_at, ends_at)
  return ends_at
    ? t('changes.before.until', { time: `${longDate(language, ends_at)}, ${timeSpan(language, ends_at)}` })
    : ''
}

const placeBefore = ({ place_name, address }: EventChange['before']): string =>
  [place_name, address].filter(Boolean).join(', ')
