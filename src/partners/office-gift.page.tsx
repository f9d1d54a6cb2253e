import { dateAndTime, dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { GiftFacts } from './gift.rules.ts'
import type { Correction, Gift } from './gifts.sql.ts'
import { WentTo } from './given.page.tsx'
import type { OfficePledgeProps } from './office-pledge.page.tsx'
import { Seen, WordsField } from './step-fields.page.tsx'
import { giftSaid } from './said.ts'

/** What was given is written down once: for the public list, the year's report and the funder's page. */
export function GivingForm(props: OfficePledgeProps) {
  const { visit, pledge, steps, names, ...answered } = props
  const { t, now } = visit
  const of = (unit: string): number | null => (pledge.unit === unit ? pledge.amount : null)
  const stored = {
    ...{ given_on: localDate(now), sek: of('sek'), hours: of('hours') },
    ...{ in_kind: {}, given_to: {}, went_to: null },
  }
  return (
    <Form>
      <Seen steps={steps} />
      <p>{t('partners.office.says-given')}</p>
      {pledge.giver === 'organisation' && (
        <>
          <TextField
            t={t}
            name="organisation"
            value={filledAt(answered, 'organisation') ?? pledge.giver_name}
            mistake={mistakeAt(t, answered, 'organisation')}
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
      <GiftFields visit={visit} answered={answered} stored={stored} />
      <WordsField {...props} step="given" />
      <SubmitButton name="do" value="given">
        {t('partners.office.do-given')}
      </SubmitButton>
    </Form>
  )
}

interface FieldsProps {
  visit: Visit
  answered: Answered
  stored: GiftFacts
}

function GiftFields({ visit: { t }, answered, stored }: FieldsProps) {
  const field = (name: 'given_on' | 'sek' | 'hours' | 'went_to') => ({
    ...{ t, name, value: filledAt(answered, name) ?? stored[name], mistake: mistakeAt(t, answered, name) },
  })
  const texts = (name: 'in_kind' | 'given_to') => ({
    ...{ t, name, value: textsAt(answered, name, stored[name]), mistakes: mistakesInWords(t, answered) },
  })
  return (
    <>
      <TextField {...field('given_on')} type="date" label={t('partners.office.given-on')} />
      <TextField {...field('sek')} inputmode="numeric" required={false} label={t('partners.office.sek')} />
      <TextField
        {...field('hours')}
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
    </>
  )
}

type GiftProps = OfficePledgeProps & { gift: Gift }

/** What was given, what it was before it was corrected, and the form to correct it with. */
export function GiftPart(props: GiftProps) {
  const { visit, gift, corrections } = props
  const { t, to } = visit
  return (
    <>
      <Notice kind="good" title={t('partners.office.gift')}>
        <p>
          {giftSaid(t, gift)}. <WentTo visit={visit} gift={gift} />
        </p>
        <p>
          <a href={to('/partners/given')}>{t('partners.given.title')}</a>
        </p>
      </Notice>
      {corrections.length > 0 && <Corrections visit={visit} list={corrections} />}
      <CorrectForm {...props} />
    </>
  )
}

const Corrections = ({ visit: { t, language }, list }: { visit: Visit; list: readonly Correction[] }) => (
  <section class="stack-tight" aria-labelledby="corrections">
    <h2 id="corrections">{t('partners.correct.register')}</h2>
    <ol class="lined-list">
      {list.map((former) => (
        <li>
          <p>
            {t('partners.correct.was', {
              gift: giftSaid(t, former),
              day: dateInWords(language, former.given_on),
            })}{' '}
            <Text of={former.given_to} t={t} />
          </p>
          <p class="quiet">
            {t('partners.correct.by', { name: former.by, time: dateAndTime(language, former.at) })}{' '}
            {former.reason}
          </p>
        </li>
      ))}
    </ol>
  </section>
)

function CorrectForm({ visit, gift, corrections, ...given }: GiftProps) {
  const { t } = visit
  const isThis = filledAt(given, 'do') === 'correct'
  const answered = isThis ? given : {}
  return (
    <Folded summary={t('partners.correct.title')} open={isThis}>
      <p>{t('partners.correct.says')}</p>
      <Form>
        <input type="hidden" name="corrections" value={String(corrections.length)} />
        <GiftFields visit={visit} answered={answered} stored={gift} />
        <TextField
          t={t}
          name="why"
          label={t('partners.correct.why')}
          hint={t('partners.correct.why-hint')}
          value={filledAt(answered, 'why')}
          mistake={mistakeAt(t, answered, 'why')}
        />
        <SubmitButton variant="secondary" name="do" value="correct">
          {t('partners.correct.button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
