import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Folded } from '#platform/ui/form.tsx'
import { sideWithId, type Turns } from './load-turns.ts'

/** Every turn that was let pass and every swap that was agreed to, with its reason, the latest first. */
export function TurnHistory({ visit, turns }: { visit: Visit; turns: Turns }) {
  const { t, language } = visit
  const name = (id: string): string => inLanguage(sideWithId(turns, id).name, language)
  const passed = turns.slots
    .flatMap(({ passes }) => passes)
    .map(({ at, party_id, reason }) => ({
      at,
      words: t('malmo-hour.history.passed', {
        ...{ date: shortDate(language, at), side: name(party_id), reason: reason ?? '' },
      }),
    }))
  const swapped = turns.swaps
    .filter(({ answer }) => answer === 'yes')
    .map(({ asked_at: at, party_id, other_party_id, reason }) => ({
      at,
      words: t('malmo-hour.history.swapped', {
        ...{ date: shortDate(language, at), side: name(party_id), other: name(other_party_id), reason },
      }),
    }))
  const all = [...passed, ...swapped].toSorted((a, b) => b.at.localeCompare(a.at))
  if (all.length === 0) return null
  return (
    <Folded summary={t('malmo-hour.history.title')}>
      <ul>
        {all.map(({ words }) => (
          <li>{words}</li>
        ))}
      </ul>
    </Folded>
  )
}
