import { dateInWords } from '#platform/dates.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Card, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Owning } from '../owning.page.tsx'
import type { Plan } from '../tables.ts'
import { type Names, Whole } from './change.page.tsx'
import type { Way } from './change-commitment.ts'
import type { Misfit } from './fits.rules.ts'
import { ProposeFields, type ProposeProps } from './propose-fields.page.tsx'
import type { StandingCommitment } from './standing-now.sql.ts'

interface Props extends ProposeProps {
  way: Way
  commitment: StandingCommitment
  plan: Plan
  names: Names
  /** The parties that can promise something today. */
  parties: readonly { id: string; name: Texts }[]
  /** Why nothing can be proposed about it, whatever is filled in; the form is left out. */
  closed: Misfit | null
}

/** Proposes that a commitment says something else, is somebody else's, or leaves the plan. */
export function ChangeCommitmentPage(props: Props) {
  const { visit, way, commitment, names, closed } = props
  const { t, to } = visit
  const { number, words } = commitment
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t(`revisions.commitment-form.${way}`, { number })}
      wrong={problems.length > 0}
      trail={[
        { href: to('/plan'), label: t('plan.title') },
        { href: to(`/plan/commitments/${number}`), label: t('plan.commitment.number', { number }) },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {way !== 'change' && (
        <Card tinted level={2} title={inLanguage(words.title, visit.language)}>
          <Whole visit={visit} words={words} names={names} />
        </Card>
      )}
      {closed === null ? (
        <Form>
          {way === 'remove' && <p>{t('revisions.commitment-form.remove-says')}</p>}
          {way === 'change' && <Worded {...props} />}
          {way !== 'remove' && <Owning {...props} />}
          <ProposeFields {...props} />
        </Form>
      ) : (
        <>
          {problems.length === 0 && <Notice>{t(`revisions.refusal.${closed}`)}</Notice>}
          <LinkButton href={to(`/plan/commitments/${number}`)}>{t('plan.update.back')}</LinkButton>
        </>
      )}
    </Page>
  )
}

function Worded(props: Props) {
  const { visit, plan } = props
  const { t, language } = visit
  const each = (name: 'title' | 'what' | 'measure') => ({
    ...{ t, name, value: textsAt(props, name), mistakes: mistakesInWords(t, props) },
  })
  return (
    <>
      <TextsField {...each('title')} label={t('plan.commitment.short')} />
      <TextsField {...each('what')} label={t('plan.commitment.what')} rows={4} required={false} />
      <TextsField {...each('measure')} label={t('plan.fact.measure')} rows={2} />
      <TextField
        t={t}
        name="due"
        type="date"
        label={t('plan.fact.due')}
        hint={t('plan.commitment.due-hint', { date: dateInWords(language, plan.ends_on) })}
        min={plan.starts_on}
        max={plan.ends_on}
        value={filledAt(props, 'due')}
        mistake={mistakeAt(t, props, 'due')}
      />
    </>
  )
}
