import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { nameAtStart } from '#platform/language-words.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Card } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { pathTrail } from '../office.page.tsx'
import { carryAnswers } from './carry.rules.ts'
import { Said } from './carried.page.tsx'
import type { Carried } from './load-carried.ts'

interface Props extends Answered {
  visit: Visit
  one: Carried
}

/** What an owner is asked, with what it has promised and what it said before. */
export function CarryFields(props: Props & { ownerId: string; action?: string }) {
  const { visit, one, ownerId } = props
  const { t } = visit
  const before = one.answers.find(({ owner_id }) => owner_id === ownerId)
  return (
    <Form action={props.action}>
      <input type="hidden" name="do" value="answer" />
      <Choice
        t={t}
        name="answer"
        label={t('successor.answer.question')}
        options={carryAnswers.map((value) => ({
          value,
          label: t(`successor.answer.${value}`),
          hint: t(`successor.answer-about.${value}`),
        }))}
        value={filledAt(props, 'answer') ?? before?.answer}
        mistake={mistakeAt(t, props, 'answer')}
      />
      <TextsField
        t={t}
        name="reason"
        label={t('successor.answer.reason')}
        hint={t('successor.answer.reason-hint')}
        value={textsAt(props, 'reason', before?.reason)}
        mistakes={mistakesInWords(t, props)}
        rows={3}
        required={false}
      />
      <SubmitButton>{t('successor.answer.button')}</SubmitButton>
    </Form>
  )
}

export function Promised({ visit, one }: Pick<Props, 'visit' | 'one'>) {
  const { t } = visit
  const { commitment } = one
  return (
    <Card tinted level={2} title={<Text of={commitment.title} t={t} />}>
      <LongText of={commitment.what} t={t} />
      <p>
        <strong>{t('plan.fact.measure')}:</strong> <Text of={commitment.measure} t={t} />
      </p>
    </Card>
  )
}

/** One commitment: a coordinator answers for what their own party has promised. */
export function AnswerCarryPage(props: Props) {
  const { visit, one } = props
  const { t, member, language } = visit
  const party = member?.party
  const problems = problemsOf(t, props)
  const isOwn = one.owners.some(({ id }) => id === party?.id)
  const hasSaid = one.endings.some(({ party_id }) => party_id === party?.id)
  return (
    <Page
      visit={visit}
      title={t('successor.answer.title', { number: one.commitment.number })}
      trail={[
        ...pathTrail(visit),
        { href: visit.to('/office/next-plan/commitments'), label: t('successor.carried.title') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Promised visit={visit} one={one} />
      <Said visit={visit} one={one} />
      {isOwn ? (
        <section class="stack" aria-labelledby="own">
          <h2 id="own">{t('successor.answer.for', { party: nameAtStart(party?.name ?? {}, language) })}</h2>
          <CarryFields {...props} ownerId={party?.id ?? ''} />
        </section>
      ) : (
        <p>{t('successor.answer.others')}</p>
      )}
      {one.fate === 'unanswered' && !hasSaid && <EndTogether {...props} />}
    </Page>
  )
}

/** Where an owner stays silent: the parties end it together, each with its reason. */
function EndTogether(props: Props) {
  const { t } = props.visit
  return (
    <section class="stack" aria-labelledby="end">
      <h2 id="end">{t('successor.end.title')}</h2>
      <p>{t('successor.end.says')}</p>
      <Form>
        <TextsField
          t={t}
          name="because"
          label={t('successor.end.reason')}
          value={textsAt(props, 'because')}
          mistakes={mistakesInWords(t, props)}
          rows={2}
        />
        <SubmitButton variant="secondary" danger name="do" value="end">
          {t('successor.end.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}
