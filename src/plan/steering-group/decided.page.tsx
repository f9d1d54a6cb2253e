import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Text } from '#platform/ui/text.tsx'

interface Props {
  visit: Visit
  decisions: readonly { number: number; words: Texts; meeting_id: string; starts_at: string }[]
}

/** What the steering group has decided about something, on its own page, with the way to the minutes. */
export function Decided({ visit, decisions }: Props) {
  const { t, language } = visit
  return (
    <section class="stack" aria-labelledby="decided">
      <h2 id="decided">{t('steering-group.decided')}</h2>
      <ul class="lined-list">
        {decisions.map(({ number, words, meeting_id, starts_at }) => (
          <li class="stack-tight">
            <p>
              <Text of={words} t={t} />
            </p>
            <p class="quiet">
              <a href={visit.to(`/steering-group/meetings/${meeting_id}#d-${number}`)}>
                {t('steering-group.decided.at', {
                  date: dateInWords(language, localDate(starts_at)),
                  number,
                })}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
