import { dateInWords, longDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { chosenText } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Thread } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { isAnswer } from './idea.rules.ts'
import type { MadeOf } from './led-to.sql.ts'
import type { StepTaken } from './steps.sql.ts'

/** What has become of it, with the public answers: as what, for which party, and by name where they wished it. */
export function Steps({ visit, steps }: { visit: Visit; steps: readonly StepTaken[] }) {
  const { t, language } = visit
  if (steps.length === 0) return null
  return (
    <section class="stack" aria-labelledby="answers">
      <h2 id="answers">{t('ideas.answers')}</h2>
      <ol class="lined-list">
        {steps.map((step) => {
          const words = step.words ? chosenText(step.words, language) : null
          return (
            <li class="stack-tight">
              <p>
                <strong>{t(`ideas.step.${step.kind}`, { number: step.into_number ?? 0 })}</strong>{' '}
                <span class="quiet">{dateInWords(language, localDate(step.at))}</span>
              </p>
              {words && (
                <div class="prose" lang={words.isFallback ? words.language : undefined}>
                  {words.text.split(/\n{2,}/).map((text) => (
                    <p>{text}</p>
                  ))}
                </div>
              )}
              {isAnswer(step.kind) && step.party && (
                <p class="small quiet">
                  {[step.is_named ? step.by_name : null, step.role ?? t('ideas.role')]
                    .filter(Boolean)
                    .join(', ')}
                  , <Text of={step.party} t={t} />
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The thread from here: what was made of it, as far as everybody may see. */
export function Made({
  visit,
  made,
  office = false,
  number,
}: {
  visit: Visit
  made: readonly MadeOf[]
  office?: boolean
  /** Of the idea, where its thread is shown beside. */
  number?: number
}) {
  const { t, to, language } = visit
  if (made.length === 0) return null
  const steps = made.flatMap(({ kind, title, path, office: desk, event, yet = null }) => {
    const address = office ? desk : path
    const name = chosenText(title, language).text
    const waits = address === null ? 'prepared' : yet
    return [
      {
        kind: t(`ideas.made.${kind}`),
        title: name || t(`ideas.made.${kind}`),
        href: address ? to(address) : undefined,
        text: waits ? t(`ideas.made.${waits === 'dropped' ? 'dropped' : 'not-public'}`) : undefined,
        waiting: waits === 'prepared',
      },
      ...(event && kind !== 'event'
        ? [
            {
              kind: t('ideas.made.event'),
              title: chosenText(event.title, language).text,
              href: to(`/events/${event.slug}`),
              text: longDate(language, event.starts_at),
            },
          ]
        : []),
    ]
  })
  return (
    <section class="stack" aria-labelledby="made">
      <h2 id="made">{t('ideas.made.title')}</h2>
      <Thread t={t} steps={steps} />
      {number && (
        <p>
          <a href={to(`/thread/idea/${number}`)}>{t('ideas.made.thread')}</a>
        </p>
      )}
    </section>
  )
}
