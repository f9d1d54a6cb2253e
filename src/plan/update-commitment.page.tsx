import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { commitmentStates, mayLookAfter } from './commitment.rules.ts'
import type { Commitment } from './commitments.sql.ts'
import { EvidenceFields } from './evidence/evidence.page.tsx'
import type { ToPointAt } from './evidence/evidence.sql.ts'
import { Owners, StandingTag } from './standing.page.tsx'

export interface Props extends Answered {
  visit: Visit
  commitment: Commitment
  /** The id that the update will have. */
  id: string
  /** What it can point at. */
  options: ToPointAt
}

export function UpdateCommitmentPage(props: Props) {
  const { visit, commitment } = props
  const { t, language } = visit
  const { number, owners, state } = commitment
  const problems = problemsOf(t, props)
  const mine = mayLookAfter(
    visit.member?.party?.id,
    owners.flatMap((owner) => owner.party_id ?? []),
  )
  const mineOrNot = mine ? null : 'other-partys-commitment'
  const closed = commitment.removed_on === null ? mineOrNot : 'taken-out'
  const title = inLanguage(commitment.title, language)
  return (
    <Page
      visit={visit}
      title={t('plan.update.title', { number })}
      lead={title}
      wrong={problems.length > 0}
      trail={[
        {
          href: visit.to(`/plan/commitments/${number}`),
          label: t('plan.commitment.title', { number, title }),
        },
      ]}
    >
      <Problems visit={visit} list={problems} />
      <p class="row">
        <span>{t('plan.update.now')}</span> <StandingTag visit={visit} standing={state} />
      </p>
      <p>
        {t('plan.fact.owners')}: <Owners visit={visit} owners={owners} />
      </p>
      {closed === null ? (
        <UpdateFields {...props} />
      ) : (
        <>
          {problems.length === 0 && <Notice>{t(`plan.refusal.${closed}`)}</Notice>}
          <LinkButton href={visit.to(`/plan/commitments/${number}`)}>{t('plan.update.back')}</LinkButton>
        </>
      )}
    </Page>
  )
}

function UpdateFields(props: Props) {
  const { visit, commitment, id } = props
  const { t } = visit
  return (
    <Form>
      <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
      <Choice
        t={t}
        name="state"
        label={t('plan.update.state')}
        options={commitmentStates.map((state) => ({ value: state, label: t(`plan.standing.${state}`) }))}
        value={props.filled ? filledAt(props, 'state') : commitment.state}
        mistake={mistakeAt(t, props, 'state')}
      />
      <TextsField
        t={t}
        name="said"
        label={t('plan.update.said')}
        hint={t('plan.update.said-hint')}
        value={textsAt(props, 'said')}
        mistakes={mistakesInWords(t, props)}
        rows={4}
        required={false}
      />
      <TextField
        t={t}
        name="evidence"
        type="url"
        label={t('plan.update.evidence')}
        hint={t('plan.update.evidence-hint')}
        value={filledAt(props, 'evidence')}
        mistake={mistakeAt(t, props, 'evidence')}
        required={false}
      />
      <EvidenceFields {...props} />
      <p>{t('plan.update.says')}</p>
      <SubmitButton>{t('plan.update.publish')}</SubmitButton>
    </Form>
  )
}
