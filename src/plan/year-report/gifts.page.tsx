import type { Gift } from '#partners/index.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Check,
  filledAt,
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
import { Empty, Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { partnerOf } from './count-given.ts'
import type { Approval, Report } from './reports.sql.ts'
import { saidWith } from './said.ts'

interface Props extends Answered {
  visit: Visit
  report: Report
  approvals: readonly Approval[]
  gifts: readonly Gift[]
  /** Names of organisations, as suggestions. */
  names: readonly { id: string; name: string }[]
}

/** What partners gave to the work of a year, and where more is written down. */
export function GiftsPage({ visit, report, approvals, gifts, names, ...answered }: Props) {
  const { t, to } = visit
  const year = String(report.year)
  const problems = problemsOf(t, answered)
  const isDraft = report.state === 'draft'
  return (
    <Page
      visit={visit}
      title={t('year-report.gifts.title', { year })}
      lead={t('year-report.gifts.lead')}
      trail={[
        { href: to('/office/years'), label: t('year-report.office.all') },
        { href: to(`/office/years/${year}`), label: t('year-report.title', { year }) },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {gifts.length === 0 && <Empty>{t('year-report.gifts.none')}</Empty>}
      <ul class="lined-list">
        {gifts.map((gift) => (
          <OneGift visit={visit} gift={gift} version={isDraft ? report.version : null} />
        ))}
      </ul>
      {approvals.length > 0 && isDraft && <Notice kind="waiting">{t('year-report.part.voids')}</Notice>}
      {isDraft ? (
        <GiftFields {...{ visit, version: report.version, names }} {...answered} />
      ) : (
        <Notice>{t('year-report.refusal.approved-already')}</Notice>
      )}
    </Page>
  )
}

interface OneProps {
  visit: Visit
  gift: Gift
  /** The version that this page shows; null where nothing can be changed any longer. */
  version: number | null
}

function OneGift({ visit, gift, version }: OneProps) {
  const { t, language } = visit
  const partner = inLanguage(partnerOf(gift), language)
  const said = [
    gift.sek ? saidWith(t, gift.sek, 'sek') : '',
    gift.hours ? saidWith(t, gift.hours, 'hours') : '',
    inLanguage(gift.in_kind, language),
  ].filter(Boolean)
  return (
    <li class="stack-tight">
      <p>
        <strong>{partner}</strong>: {said.join(', ')}. <Text of={gift.given_to} t={t} />
      </p>
      {gift.pledge_id && <p class="small quiet">{t('year-report.gifts.of-pledge')}</p>}
      {version !== null && !gift.pledge_id && (
        <Form>
          <input type="hidden" name="seen" value={String(version)} />
          <SubmitButton variant="tertiary" name="remove" value={gift.id}>
            {t('year-report.gifts.remove')} <span class="unseen">{partner}</span>
          </SubmitButton>
        </Form>
      )}
    </li>
  )
}

function GiftFields(props: Answered & Pick<Props, 'visit' | 'names'> & { version: number }) {
  const { visit, names, version, ...answered } = props
  const { t } = visit
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  const texts = (name: string) => ({
    ...{ t, name, value: textsAt(answered, name), mistakes: mistakesInWords(t, answered) },
  })
  return (
    <section class="stack" aria-labelledby="add">
      <h2 id="add">{t('year-report.gifts.add')}</h2>
      <Form>
        <input type="hidden" name="seen" value={seenAt(answered, String(version))} />
        <TextField
          {...field('partner')}
          label={t('year-report.gifts.partner')}
          hint={t('year-report.gifts.partner-hint')}
          list="partners"
        />
        <datalist id="partners">
          {names.map(({ name }) => (
            <option value={name}>{name}</option>
          ))}
        </datalist>
        <TextField
          {...field('sek')}
          label={t('year-report.gifts.sek')}
          inputmode="numeric"
          required={false}
        />
        <TextField
          {...field('hours')}
          label={t('year-report.gifts.hours')}
          inputmode="numeric"
          required={false}
        />
        <TextsField {...texts('inKind')} label={t('year-report.gifts.in-kind')} required={false} />
        <TextsField {...texts('givenTo')} label={t('year-report.gifts.given-to')} />
        <Check
          t={t}
          name="unnamed"
          label={t('year-report.gifts.not-named')}
          checked={filledAt(answered, 'unnamed') === 'yes'}
        />
        <SubmitButton>{t('year-report.gifts.save')}</SubmitButton>
      </Form>
    </section>
  )
}
