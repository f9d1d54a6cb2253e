import { dateAndTime } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import type { Texts } from '#platform/language.ts'
import { Tag } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { GivenAnswer, Revision } from './revisions.sql.ts'

interface Props {
  visit: Visit
  revision: Revision
  answers: readonly GivenAnswer[]
  /** The parties whose yes it takes. */
  parties: readonly { id: string; name: Texts }[]
}

/** Each party: its answer to the words as they are now, or that it is awaited. Earlier versions' answers stand below. */
export function Answers({ visit, revision, answers, parties }: Props) {
  const { t } = visit
  if (revision.state === 'draft') return null
  const now = answers.filter((one) => one.version === revision.version)
  const earlier = answers.filter((one) => one.version < revision.version)
  const awaited = parties.filter(({ id }) => !now.some((one) => one.party_id === id))
  return (
    <section class="stack" aria-labelledby="answers">
      <h2 id="answers">{t('revisions.answers')}</h2>
      <ul class="lined-list">
        {now.map((answer) => (
          <AnswerLine visit={visit} answer={answer} />
        ))}
        {revision.state === 'proposed' &&
          awaited.map(({ name }) => (
            <li class="row">
              <strong class="capitalized">
                <Text of={name} t={t} />
              </strong>
              <Tag kind="waiting">{t('revisions.answer.awaited')}</Tag>
            </li>
          ))}
      </ul>
      {earlier.length > 0 && (
        <>
          <h3>{t('revisions.answers.earlier')}</h3>
          <p>{t('revisions.answers.earlier-says')}</p>
          <ul class="lined-list">
            {earlier.map((answer) => (
              <AnswerLine visit={visit} answer={answer} isEarlier />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function AnswerLine({
  visit,
  answer,
  isEarlier = false,
}: {
  visit: Visit
  answer: GivenAnswer
  isEarlier?: boolean
}) {
  const { t, language } = visit
  return (
    <li class="stack-tight">
      <p class="row">
        <strong class="capitalized">
          <Text of={answer.party_name} t={t} />
        </strong>
        <Tag kind={answer.answer === 'yes' ? 'good' : 'late'}>{t(`revisions.answer.${answer.answer}`)}</Tag>
        <span>
          {dateAndTime(language, answer.at)}
          {answer.as_substitute === 1 && `, ${t('revisions.answer.as-substitute')}`}
          {isEarlier && `, ${t('revisions.answer.to-version', { version: answer.version })}`}
        </span>
      </p>
      <LongText of={answer.reason} t={t} />
    </li>
  )
}
