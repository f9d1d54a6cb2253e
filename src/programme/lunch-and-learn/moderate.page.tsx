import type { Answered } from '#platform/form.ts'
import { type Language, languages, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakesInWords,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { Words } from '#platform/words.ts'
import type { Need, StepTaken } from './needs.sql.ts'
import { inLanguage } from '#platform/language.ts'

interface Props extends Answered {
  visit: { t: Words; language: Language }
  need: Need
  joined: readonly Need[]
  steps: readonly StepTaken[]
}

/** Show it to everybody, or turn it down with a reason. Both are mailed to those who stand behind it. */
export function ModerateForms({ visit: { t, language }, need, joined, steps, ...answered }: Props) {
  const isOpened = need.state === 'open'
  const reason =
    need.state === 'turned-down' ? steps.findLast(({ state }) => state === need.state)?.words : null
  return (
    <>
      {reason && (
        <Notice title={t('lunch-and-learn.moderate.was-reason')}>{inLanguage(reason, language)}</Notice>
      )}
      {!isOpened && <Opening t={t} need={need} answered={answered} />}
      {need.state !== 'turned-down' && joined.length === 0 && (
        <TurnDownForm
          t={t}
          answered={answered}
          summary={t(isOpened ? 'lunch-and-learn.moderate.take-down' : 'lunch-and-learn.moderate.turn-down')}
        />
      )}
    </>
  )
}

interface OpeningProps {
  t: Words
  need: Need
  answered: Answered
}

function Opening({ t, need, answered }: OpeningProps) {
  const others = languages.filter((one) => one !== need.language)
  const stored: Texts = textsAt(answered, 'words', need.words)
  const value = Object.fromEntries(others.map((one) => [one, stored[one] ?? '']))
  return (
    <section class="stack">
      <h2>{t('lunch-and-learn.moderate.open')}</h2>
      <p>{t('lunch-and-learn.moderate.open-says')}</p>
      <Form>
        <TextsField
          t={t}
          name="words"
          label={t('lunch-and-learn.moderate.words')}
          hint={t('lunch-and-learn.moderate.words-hint')}
          required={false}
          value={{ ...value, [need.language]: need.words[need.language] ?? '' }}
          mistakes={mistakesInWords(t, answered)}
        />
        <SubmitButton name="do" value="open">
          {t('lunch-and-learn.moderate.open-button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

interface TurnDownProps {
  t: Words
  answered: Answered
  summary: string
}

/** For a need and for an offer alike. */
export const TurnDownForm = ({ t, answered, summary }: TurnDownProps) => (
  <Folded summary={summary} open={filledAt(answered, 'do') === 'turn-down'}>
    <Form>
      <TextsField
        t={t}
        name="reason"
        rows={3}
        label={t('lunch-and-learn.moderate.reason')}
        hint={t('lunch-and-learn.moderate.reason-hint')}
        value={textsAt(answered, 'reason')}
        mistakes={mistakesInWords(t, answered)}
      />
      <SubmitButton danger name="do" value="turn-down">
        {t('lunch-and-learn.moderate.turn-down-button')}
      </SubmitButton>
    </Form>
  </Folded>
)
