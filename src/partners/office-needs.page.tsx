import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable, Empty, LinkButton, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { wordsFor } from '#platform/words.ts'
import { inLanguage, languages, type Texts } from '#platform/language.ts'
import type { Meaning, Need } from './needs.sql.ts'
import { type PartnerKind, partnerKinds, pledgeUnits } from './pledge.rules.ts'
import { amountSaid } from './said.ts'
import { officeTrail } from './trails.ts'

interface ListProps extends Answered {
  visit: Visit
  needs: readonly Need[]
  meanings: readonly Meaning[]
}

/** What is needed now, and what each kind of partnership can mean. */
export function OfficeNeedsPage({ visit, needs, meanings, ...answered }: ListProps) {
  const { t, to, language } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      wide
      title={t('partners.office.needs')}
      trail={officeTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p>
        <LinkButton href={to('/office/pledges/needs/new')}>{t('partners.office.new-need')}</LinkButton>
      </p>
      {needs.length === 0 ? (
        <Empty>{t('partners.needs.none')}</Empty>
      ) : (
        <DataTable
          caption={t('partners.office.needs')}
          captionUnseen
          head={['need', 'amount', 'covered', 'until', 'shown'].map((one) =>
            t(`partners.office.need-${one}`),
          )}
          rows={needs.map((need) => [
            <a href={to(`/office/pledges/needs/${need.id}`)}>
              <Text of={need.title} t={t} />
            </a>,
            amountSaid(t, need.amount, need.unit),
            amountSaid(t, need.coverage.covered, need.unit),
            dateInWords(language, need.needed_on),
            need.ended_at ? (
              <Tag kind="stopped">{t('partners.office.need-ended')}</Tag>
            ) : (
              t('partners.office.yes')
            ),
          ])}
        />
      )}
      <section class="stack" aria-labelledby="meaning">
        <h2 id="meaning">{t('partners.meaning.title')}</h2>
        {partnerKinds.map((kind) => (
          <MeaningForm {...{ visit, meanings, kind }} {...answered} />
        ))}
      </section>
    </Page>
  )
}

/** Our own words, until the office writes better ones. */
const ourWords = (kind: PartnerKind): Texts =>
  Object.fromEntries(languages.map((one) => [one, wordsFor(one)(`partners.meaning.${kind}`)]))

function MeaningForm(props: Answered & Pick<ListProps, 'visit' | 'meanings'> & { kind: PartnerKind }) {
  const { visit, meanings, kind, ...answered } = props
  const { t } = visit
  const known = meanings.find((one) => one.kind === kind)
  const isThis = filledAt(answered, 'kind') === kind
  const stored = known?.words ?? ourWords(kind)
  return (
    <Folded summary={t(`partners.kind.${kind}`)} open={isThis}>
      <Form>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="seen" value={String(known?.version ?? 0)} />
        <TextsField
          t={t}
          name="words"
          rows={4}
          label={t('partners.office.meaning-words')}
          value={isThis ? textsAt(answered, 'words', stored) : stored}
          mistakes={isThis ? mistakesInWords(t, answered) : {}}
        />
        <SubmitButton variant="secondary">{t('partners.office.save')}</SubmitButton>
      </Form>
    </Folded>
  )
}

type NeedProps = Answered & { visit: Visit; need: Need | undefined; id: string }

/** One of them, new or known, in each language. */
export function EditNeedPage({ visit, need, id, ...answered }: NeedProps) {
  const { t, to, language } = visit
  const problems = problemsOf(t, answered)
  const field = (name: string, stored?: string | number) => ({
    ...{ t, name, value: filledAt(answered, name) ?? stored, mistake: mistakeAt(t, answered, name) },
  })
  const choice = (name: string, stored?: string) => ({
    ...{ t, name, value: filledAt(answered, name) ?? stored, mistake: mistakeAt(t, answered, name) },
  })
  const texts = (name: 'title' | 'says') => ({
    ...{ t, name, value: textsAt(answered, name, need?.[name]), mistakes: mistakesInWords(t, answered) },
  })
  return (
    <Page
      visit={visit}
      title={need ? inLanguage(need.title, language) : t('partners.office.new-need')}
      trail={[
        ...officeTrail(visit),
        { href: to('/office/pledges/needs'), label: t('partners.office.needs') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={seenAt(answered, String(need?.version ?? 0))} />
        <Choice
          {...choice('kind', need?.kind)}
          label={t('partners.form.kind')}
          options={partnerKinds.map((value) => ({ value, label: t(`partners.kind.${value}`) }))}
        />
        <TextsField {...texts('title')} label={t('partners.office.need-title')} />
        <TextsField {...texts('says')} rows={3} required={false} label={t('partners.office.need-says')} />
        <Amounts {...{ visit, need }} {...answered} />
        <TextField
          {...field('needed_on', need?.needed_on)}
          type="date"
          label={t('partners.office.needed-on')}
        />
        <Check
          t={t}
          name="ended"
          label={t('partners.office.end-need')}
          checked={answered.filled ? filledAt(answered, 'ended') === 'yes' : Boolean(need?.ended_at)}
        />
        <SubmitButton>{t('partners.office.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

/** How much is needed, and how much of it is there from elsewhere. */
function Amounts({ visit: { t }, need, ...answered }: Omit<NeedProps, 'id'>) {
  const number = (name: string, stored?: number) => ({
    ...{ t, name, value: filledAt(answered, name) ?? stored, mistake: mistakeAt(t, answered, name) },
  })
  return (
    <>
      <TextField {...number('amount', need?.amount)} inputmode="numeric" label={t('partners.form.amount')} />
      <Choice
        t={t}
        name="unit"
        value={filledAt(answered, 'unit') ?? need?.unit}
        mistake={mistakeAt(t, answered, 'unit')}
        label={t('partners.form.unit')}
        options={pledgeUnits.map((value) => ({ value, label: t(`partners.unit.${value}`) }))}
      />
      <TextField
        {...number('elsewhere', need?.elsewhere)}
        inputmode="numeric"
        required={false}
        label={t('partners.office.elsewhere')}
        hint={t('partners.office.elsewhere-hint')}
      />
    </>
  )
}
