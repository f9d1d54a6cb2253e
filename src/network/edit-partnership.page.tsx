import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
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
import { partnershipKinds } from './directory.rules.ts'
import { SomebodyElses } from './somebody-elses.page.tsx'
import type { PartnershipRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  /** Null for a new one. */
  partnership: PartnershipRow | null
  /** Those that take part in it. */
  organisations: readonly { name: Texts }[]
}

export function EditPartnershipPage(props: Props) {
  const { visit, partnership } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const title = partnership
    ? t('network.edit-title', { name: inLanguage(partnership.name, language) })
    : t('network.new-partnership')
  const href = partnership && visit.to(`/network/${partnership.slug}`)
  return (
    <Page
      visit={visit}
      title={title}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office/network'), label: t('network.office') }]}
    >
      <Problems visit={visit} list={problems} />
      {href && <SomebodyElses t={t} refusal={props.refusal} href={href} />}
      <Form>
        <Fields {...props} />
        <Members {...props} />
        {partnership === null && <input type="hidden" name="id" value={filledAt(props, 'id') ?? newId()} />}
        <input type="hidden" name="seen" value={seenAt(props, partnership?.changed_at ?? '')} />
        <SubmitButton>{t('network.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

function Fields(props: Props) {
  const { visit, partnership } = props
  const { t } = visit
  const one = (name: 'kind' | 'began_year' | 'ended_year') => ({
    t,
    name,
    mistake: mistakeAt(t, props, name),
    value: props.filled ? filledAt(props, name) : partnership?.[name]?.toString(),
  })
  const each = (name: 'name' | 'lead' | 'part' | 'about') => ({
    t,
    name,
    label: t(`network.form.partnership-${name}`),
    value: textsAt(props, name, partnership?.[name]),
    mistakes: mistakesInWords(t, props),
  })
  return (
    <>
      <Choice
        {...one('kind')}
        label={t('network.fact.kind')}
        options={partnershipKinds.map((value) => ({ value, label: t(`network.kinds-one.${value}`) }))}
      />
      <TextsField {...each('name')} />
      <TextsField {...each('lead')} rows={2} />
      <TextsField {...each('part')} rows={2} required={false} />
      <TextsField {...each('about')} rows={6} required={false} hint={t('network.form.markdown')} />
      <TextField
        {...one('began_year')}
        label={t('network.form.began')}
        inputmode="numeric"
        size={4}
        required={false}
      />
      <TextField
        {...one('ended_year')}
        label={t('network.form.ended')}
        inputmode="numeric"
        size={4}
        required={false}
      />
    </>
  )
}

function Members(props: Props) {
  const { visit, organisations } = props
  const { t, language } = visit
  const stored = organisations.map(({ name }) => inLanguage(name, language)).join('\n')
  return (
    <LongTextField
      t={t}
      name="organisations"
      label={t('network.fact.organisations')}
      hint={t('network.form.organisations-hint')}
      rows={4}
      value={props.filled ? filledAt(props, 'organisations') : stored}
      mistake={mistakeAt(t, props, 'organisations')}
      required={false}
    />
  )
}
