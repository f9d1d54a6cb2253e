import { begunWith } from '#platform/prepared-texts.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Folded,
  Form,
  LongTextField,
  mistakeAt,
  mistakesInWords,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { ChoosePrepared } from '#platform/ui/prepared.tsx'
import type { OfficePledgeProps } from './office-pledge.page.tsx'
import { declineReasons, type PledgeStep, stepsFrom, withdrawReasons } from './pledge.rules.ts'

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

type StepProps = OfficePledgeProps & { step: PledgeStep }

const Seen = ({ steps }: Pick<OfficePledgeProps, 'steps'>) => (
  <input type="hidden" name="seen" value={String(steps.length)} />
)

/** What is written to the giver, in the language they chose. */
function WordsField({ visit: { t }, pledge, step, prepared, ...answered }: StepProps) {
  const isThis = filledAt(answered, 'do') === step
  return (
    <LongTextField
      t={t}
      name="words"
      rows={4}
      required={false}
      label={t('partners.office.words')}
      hint={t('partners.office.words-hint', { language: t(`partners.language.${pledge.language}`) })}
      value={isThis ? filledAt(answered, 'words') : begunWith(prepared, pledge.language)}
      mistake={isThis ? mistakeAt(t, answered, 'words') : undefined}
    />
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

/** What was given is written down once: for the public list, the year's report and the funder's page. */
function GivingForm(props: OfficePledgeProps) {
  const { visit, pledge, steps, gift: _gift, names, ...answered } = props
  const { t, now } = visit
  const field = (name: string, stored?: string | null) => ({
    ...{ t, name, value: filledAt(answered, name) ?? stored, mistake: mistakeAt(t, answered, name) },
  })
  const stored = (unit: string): string | null => (pledge.unit === unit ? String(pledge.amount ?? '') : null)
  const texts = (name: string) => ({
    ...{ t, name, value: textsAt(answered, name), mistakes: mistakesInWords(t, answered) },
  })
  return (
    <Form>
      <Seen steps={steps} />
      <p>{t('partners.office.says-given')}</p>
      <TextField {...field('given_on', localDate(now))} type="date" label={t('partners.office.given-on')} />
      {pledge.giver === 'organisation' && (
        <>
          <TextField
            {...field('organisation', pledge.giver_name)}
            required={false}
            label={t('partners.office.organisation')}
            hint={t('partners.office.organisation-hint')}
            list="organisations"
          />
          <datalist id="organisations">
            {names.map(({ name }) => (
              <option value={name}>{name}</option>
            ))}
          </datalist>
        </>
      )}
      <TextField
        {...field('sek', stored('sek'))}
        inputmode="numeric"
        required={false}
        label={t('partners.office.sek')}
      />
      <TextField
        {...field('hours', stored('hours'))}
        inputmode="numeric"
        required={false}
        label={t('partners.office.hours')}
      />
      <TextsField {...texts('in_kind')} required={false} label={t('partners.office.in-kind')} />
      <TextsField {...texts('given_to')} label={t('partners.office.given-to')} />
      <TextField
        {...field('went_to')}
        required={false}
        label={t('partners.office.went-to')}
        hint={t('partners.office.went-to-hint')}
      />
      <WordsField {...props} step="given" />
      <SubmitButton name="do" value="given">
        {t('partners.office.do-given')}
      </SubmitButton>
    </Form>
  )
}
