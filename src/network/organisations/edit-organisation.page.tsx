import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  seenAt,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { organisationKinds, sectors } from '../directory.rules.ts'
import { numberInWords } from './number.rules.ts'
import type { Organisation } from './organisations.sql.ts'
import { ProfileFields } from './profile-fields.page.tsx'
import { WhatStandsNow } from './what-stands-now.page.tsx'

interface Props extends Answered {
  visit: Visit
  /** Null for a new one. */
  organisation: Organisation | null
  /** The office also says what kind of organisation it is. */
  byOffice: boolean
}

export function EditOrganisationPage(props: Props) {
  const { visit, organisation, byOffice } = props
  const { t, to, language } = visit
  const problems = problemsOf(t, props)
  const title = organisation
    ? t('network.edit-title', { name: inLanguage(organisation.name, language) })
    : t('network.new-organisation')
  const trail = byOffice
    ? { href: to('/office/network'), label: t('network.office') }
    : { href: to('/network'), label: t('network.title') }
  return (
    <Page visit={visit} title={title} wrong={problems.length > 0} trail={[trail]}>
      <Problems visit={visit} list={problems} />
      {organisation && props.refusal === 'network.refusal.changed-meanwhile' && (
        <WhatStandsNow visit={visit} organisation={organisation} answered={props} />
      )}
      {organisation && byOffice && <OfficeLinks visit={visit} organisation={organisation} />}
      <Form>
        <ProfileFields {...props} known={organisation} />
        <TextField {...field(props, 'place')} label={t('network.fact.place')} />
        {byOffice && <OfficeFields {...props} />}
        {organisation === null && <input type="hidden" name="id" value={filledAt(props, 'id') ?? newId()} />}
        <input type="hidden" name="seen" value={seenAt(props, organisation?.changed_at ?? '')} />
        <SubmitButton>{t('network.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

const field = (props: Props, name: 'sector' | 'kind' | 'place') => ({
  t: props.visit.t,
  name,
  required: false,
  mistake: mistakeAt(props.visit.t, props, name),
  value: props.filled ? filledAt(props, name) : (props.organisation?.[name] ?? undefined),
})

function OfficeFields(props: Props) {
  const { t } = props.visit
  const number = props.organisation?.number
  return (
    <>
      <Choice
        {...field(props, 'sector')}
        required
        label={t('network.fact.sector')}
        options={sectors.map((value) => ({ value, label: t(`network.sector.${value}`) }))}
      />
      <Select
        {...field(props, 'kind')}
        required
        label={t('network.fact.kind')}
        none={t('network.form.choose')}
        options={organisationKinds.map((value) => ({ value, label: t(`organisations.kind.${value}`) }))}
      />
      <TextField
        t={t}
        name="number"
        required={false}
        label={t('organisations.fact.number')}
        hint={t('organisations.form.number-hint')}
        mistake={mistakeAt(t, props, 'number')}
        value={props.filled ? filledAt(props, 'number') : number ? numberInWords(number) : undefined}
      />
    </>
  )
}

const OfficeLinks = ({ visit: { t, to }, organisation }: { visit: Visit; organisation: Organisation }) => (
  <p class="row">
    <a href={to(`/network/organisations/${organisation.slug}/people`)}>{t('organisations.people.link')}</a>
    <a href={to(`/office/network/organisations/${organisation.id}/merge`)}>{t('organisations.merge.link')}</a>
  </p>
)
