import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Text } from '#platform/ui/text.tsx'

interface Decision {
  number: number
  words: Texts
  meeting_id: string
  starts_at: string
}

interface Props {
  visit: Visit
  decisions: readonly Decision[]
}

/** What the steering group has decided about something, on its own page, with the way to the minutes. */
export function Decided({ visit, decisions }: Props) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="decided">
      <h2 id="decided">{t('steering-group.decided')}</h2>
      <ul class="lined-list">
        {decisions.map((decision) => (
          <li class="stack-tight">
            <p>
              <Text of={decision.words} t={t} />
            </p>
            <p class="quiet">
              <MinutesLink visit={visit} decision={decision} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same in a line, where one of many things on a page was decided about. */
export const DecidedLine = ({ visit, decision }: { visit: Visit; decision: Decision }) => (
  <p>
    <Text of={decision.words} t={visit.t} /> (<MinutesLink visit={visit} decision={decision} />)
  </p>
)

function MinutesLink({ visit, decision }: { visit: Visit; decision: Decision }) {
  const { number, meeting_id, starts_at } = decision
  const date = dateInWords(visit.language, localDate(starts_at))
  return (
    <a href={visit.to(`/steering-group/meetings/${meeting_id}#d-${number}`)}>
      {visit.t('steering-group.decided.at', { date, number })}
    </a>
  )
}
