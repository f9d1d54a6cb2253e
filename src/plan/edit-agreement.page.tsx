import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { fieldsOf, type WholeAgreement } from './edit-agreement.ts'
import type { Goal } from './goals.sql.ts'
import { openedAs } from './opened.ts'

interface Props extends Answered {
  visit: Visit
  whole: WholeAgreement
  goals: readonly Goal[]
  saved?: boolean
}

/** The agreement's texts and principles to word anew, and its goals to look at. */
export function EditAgreementPage(props: Props) {
  const { visit, whole, saved, refusal } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  // After a refusal theirs is shown, and is what the next press of the button replaces.
  const seen = (refusal ? undefined : filledAt(props, 'seen')) ?? openedAs(whole)
  return (
    <Page
      visit={visit}
      title={t('plan.agreement-edit.title')}
      lead={t('plan.agreement-edit.lead')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office'), label: t('office.title') }]}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          <p>
            {t('plan.agreement-edit.saved')}{' '}
            <a href={visit.to('/plan/agreement')}>{t('plan.agreement-edit.see')}</a>
          </p>
        </Notice>
      )}
      {refusal && <Theirs {...props} />}
      <Form>
        <Fields {...props} />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton>{t('plan.agreement-edit.save')}</SubmitButton>
      </Form>
      <Goals {...props} />
    </Page>
  )
}

function Theirs({ visit: { t }, whole: { agreement, principles } }: Props) {
  return (
    <Folded summary={t('plan.agreement-edit.theirs')} open>
      <p>
        <strong>
          <Text of={agreement.title} t={t} />
        </strong>
      </p>
      <LongText of={agreement.vision} t={t} />
      <LongText of={agreement.about} t={t} />
      {principles.map(({ name, about }) => (
        <p>
          <strong>
            <Text of={name} t={t} />
          </strong>{' '}
          <Text of={about} t={t} />
        </p>
      ))}
    </Folded>
  )
}

function Fields(props: Props) {
  const { visit, whole } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  const each = (name: 'title' | 'vision' | 'about') => ({
    ...{ t, name, mistakes },
    value: textsAt(props, name, whole.agreement[name]),
  })
  return (
    <>
      <TextsField {...each('title')} label={t('plan.agreement-edit.name')} />
      <TextsField {...each('vision')} label={t('plan.vision')} rows={4} />
      <TextsField
        {...each('about')}
        label={t('plan.agreement-edit.about')}
        hint={t('plan.agreement-edit.markdown')}
        rows={16}
        required={false}
      />
      <h2>{t('plan.principles')}</h2>
      {whole.principles.map((principle, index) => {
        const fields = fieldsOf(principle)
        const number = index + 1
        return (
          <>
            <TextsField
              {...{ t, mistakes, name: fields.name }}
              label={t('plan.agreement-edit.principle-name', { number })}
              value={textsAt(props, fields.name, principle.name)}
            />
            <TextsField
              {...{ t, mistakes, name: fields.about }}
              label={t('plan.agreement-edit.principle-about', { number })}
              value={textsAt(props, fields.about, principle.about)}
              rows={2}
            />
          </>
        )
      })}
    </>
  )
}

function Goals({ visit, goals }: Props) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="goals">
      <h2 id="goals">{t('plan.goals')}</h2>
      <p>{t('plan.agreement-edit.goals-stay')}</p>
      <ul>
        {goals.map((goal) => (
          <li>
            {goal.number}. <Text of={goal.title} t={t} />
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.to('/office/goals')}>{t('plan.goals.office')}</a>
      </p>
    </section>
  )
}
