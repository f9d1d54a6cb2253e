import { Choice, filledAt, Folded, Form, mistakeAt, SubmitButton } from '#platform/ui/form.tsx'
import { ChoosePrepared } from '#platform/ui/prepared.tsx'
import { Seen, type StepProps, WordsField } from './step-fields.page.tsx'
import { GivingForm } from './office-gift.page.tsx'
import type { OfficePledgeProps } from './office-pledge.page.tsx'
import { declineReasons, stepsFrom, withdrawReasons } from './pledge.rules.ts'

/** The next step first; the ways out folded below it. */
export function StepForms(props: OfficePledgeProps) {
  const { visit, pledge, prepared } = props
  const { t } = visit
  const open = stepsFrom(pledge.state)
  const [next] = open
  if (!next) return null
  return (
    <section class="stack" aria-labelledby="next">
      <h2 id="next">{t('partners.office.next')}</h2>
      <ChoosePrepared visit={visit} prepared={prepared} path={`/office/pledges/${pledge.number}#next`} />
      {next === 'given' ? <GivingForm {...props} /> : <GoingForm {...props} step={next} />}
      {open.includes('declined') && <EndForm {...props} step="declined" reasons={declineReasons} />}
      {open.includes('withdrawn') && <EndForm {...props} step="withdrawn" reasons={withdrawReasons} />}
    </section>
  )
}

function GoingForm(props: StepProps) {
  const { visit, steps, step } = props
  const { t } = visit
  return (
    <Form>
      <Seen steps={steps} />
      <p>{t(`partners.office.says-${step}`)}</p>
      <WordsField {...props} />
      <SubmitButton name="do" value={step}>
        {t(`partners.office.do-${step}`)}
      </SubmitButton>
    </Form>
  )
}

function EndForm({ reasons, ...props }: StepProps & { reasons: readonly string[] }) {
  const { visit, pledge: _pledge, steps, step, ...answered } = props
  const { t } = visit
  const isThis = filledAt(answered, 'do') === step
  return (
    <Folded summary={t(`partners.office.do-${step}`)} open={isThis}>
      <Form>
        <Seen steps={steps} />
        <Choice
          t={t}
          name="reason"
          label={t('partners.office.reason')}
          options={reasons.map((value) => ({ value, label: t(`partners.reason.${value}`) }))}
          value={isThis ? filledAt(answered, 'reason') : undefined}
          mistake={isThis ? mistakeAt(t, answered, 'reason') : undefined}
        />
        <WordsField {...props} />
        <SubmitButton variant="secondary" name="do" value={step}>
          {t(`partners.office.do-${step}`)}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
