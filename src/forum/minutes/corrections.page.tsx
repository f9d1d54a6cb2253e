import { shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Tag } from '#platform/ui/parts.tsx'
import type { Note } from '../notes.sql.ts'
import type { Steps } from './load-steps.ts'
import type { Correction } from './minutes.sql.ts'

interface Props {
  visit: Visit
  note: Note
  eventId: string
  steps: Steps
}

/** What those who were present found wrong, and what they were answered; for the office. */
export function Corrections({ visit, note, eventId, steps: { corrections } }: Props) {
  const { t } = visit
  if (corrections.length === 0) return null
  return (
    <section class="stack" aria-labelledby="corrections">
      <h2 id="corrections">{t('minutes.corrections')}</h2>
      <ul class="lined-list">
        {corrections.map((one) => (
          <li class="stack-tight">
            <p class="quiet small">
              {one.name ?? t('minutes.somebody')}, {shortDate(visit.language, one.at)}
            </p>
            <CorrectionText visit={visit} correction={one} />
            {one.answer === null && note.state === 'sent' && (
              <p>
                <a href={visit.to(`/office/events/${eventId}/notes/corrections/${one.id}`)}>
                  {t('minutes.answer.link', { name: one.name ?? t('minutes.somebody') })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A correction in its sender's own words, and its answer. */
export function CorrectionText({ visit: { t }, correction }: { visit: Visit; correction: Correction }) {
  const { words, answer, because, language } = correction
  return (
    <>
      <blockquote class="stack-tight" lang={language ?? undefined}>
        {words.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      {answer ? (
        <p>
          <Tag kind={answer === 'taken-in' ? 'good' : 'stopped'}>{t(`minutes.answer.${answer}`)}</Tag>{' '}
          {because}
        </p>
      ) : (
        <p>
          <Tag kind="waiting">{t('minutes.answer.none')}</Tag>
        </p>
      )}
    </>
  )
}
