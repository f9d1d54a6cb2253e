import type { Child } from 'hono/jsx'
import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Asked } from './asked.ts'

interface Props extends Answered {
  visit: Visit
  asked: Asked
}

const partyOf = (visit: Visit) => visit.member?.party ?? visit.member?.standsInFor ?? null

/** A question to all parties: who has answered what, and the form for the one that has not. */
export function JointDecisionPart(props: Props) {
  const { visit, asked } = props
  const { t, language } = visit
  const { decision, answers, waiting } = asked
  const own = partyOf(visit)
  const mayAnswer = decision.state === 'open' && waiting.some(({ id }) => id === own?.id)
  return (
    <section class="section stack" aria-labelledby={`decision-${decision.id}`}>
      <h2 id={`decision-${decision.id}`}>{t(`people.joint.state.${decision.state}`)}</h2>
      <p>
        {t('people.joint.asked', {
          party: inLanguage(decision.party_name, language),
          when: dateAndTime(language, decision.made_at),
        })}
      </p>
      <ul>
        {answers.map(({ party_name, answer, at, reason, as_substitute }) => (
          <li>
            {t(`people.joint.answer.${answer}`, {
              party: nameAtStart(party_name, language),
              when: dateAndTime(language, at),
              substitute: String(as_substitute === 1),
            })}{' '}
            <Reason t={t} of={reason} />
          </li>
        ))}
        {decision.state === 'open' &&
          waiting.map(({ name }) => (
            <li>{t('people.joint.waiting', { party: nameAtStart(name, language) })}</li>
          ))}
      </ul>
      {mayAnswer && <AnswerFields {...props} />}
      {decision.state === 'open' && !mayAnswer && <Notice>{t('people.joint.nothing-to-do')}</Notice>}
      {decision.state === 'open' && own?.id === decision.party_id && (
        <Form>
          <input type="hidden" name="decision" value={decision.id} />
          <SubmitButton variant="secondary" name="answer" value="withdraw">
            {t('people.joint.withdraw')}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

function Reason({ t, of }: { t: Visit['t']; of: Texts }): Child {
  return Object.keys(of).length > 0 ? <Text of={of} t={t} /> : null
}

function AnswerFields(props: Props) {
  const { visit, asked } = props
  const { t, language } = visit
  return (
    <Form>
      <input type="hidden" name="decision" value={asked.decision.id} />
      <Choice
        t={t}
        name="answer"
        label={t('people.joint.for', { party: inLanguage(partyOf(visit)?.name ?? {}, language) })}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`people.joint.say.${value}`) }))}
        value={filledAt(props, 'answer')}
        mistake={mistakeAt(t, props, 'answer')}
      />
      <TextsField
        t={t}
        name="reason"
        label={t('people.joint.reason')}
        hint={t('people.joint.reason-hint')}
        value={textsAt(props, 'reason', {})}
        mistakes={mistakesInWords(t, props)}
        rows={3}
        required={false}
      />
      <SubmitButton>{t('people.joint.button')}</SubmitButton>
    </Form>
  )
}
