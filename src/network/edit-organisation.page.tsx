import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Choice,
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  seenAt,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { organisationKinds, sectors } from './directory.rules.ts'
import { SomebodyElses } from './somebody-elses.page.tsx'
import type { OrganisationRow } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  /** Null for a new one. */
  organisation: Pick<
    OrganisationRow,
    'slug' | 'name' | 'about' | 'sector' | 'kind' | 'website' | 'place' | 'contact_email' | 'changed_at'
  > | null
}

export function EditOrganisationPage(props: Props) {
  const { visit, organisation } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const title = organisation
    ? t('network.edit-title', { name: inLanguage(organisation.name, language) })
    : t('network.new-organisation')
  const href = organisation && visit.to(`/network/organisations/${organisation.slug}`)
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
        {organisation === null && <input type="hidden" name="id" value={filledAt(props, 'id') ?? newId()} />}
        <input type="hidden" name="seen" value={seenAt(props, organisation?.changed_at ?? '')} />
        <SubmitButton>{t('network.form.save')}</SubmitButton>
      </Form>
    </Page>
  )
}

function Fields(props: Props) {
  const { visit, organisation } = props
  const { t } = visit
  const mistakes = mistakesInWords(t, props)
  const one = (name: 'sector' | 'kind' | 'website' | 'place' | 'contact_email') => ({
    t,
    name,
    mistake: mistakeAt(t, props, name),
    value: props.filled ? filledAt(props, name) : (organisation?.[name] ?? undefined),
  })
  return (
    <>
      <TextsField
        t={t}
        name="name"
        label={t('network.form.name')}
        hint={t('network.form.name-hint')}
        value={textsAt(props, 'name', organisation?.name)}
        mistakes={mistakes}
      />
      <Choice
        {...one('sector')}
        label={t('network.fact.sector')}
        options={sectors.map((value) => ({ value, label: t(`network.sector.${value}`) }))}
      />
      <Select
        {...one('kind')}
        label={t('network.fact.kind')}
        none={t('network.form.choose')}
        options={organisationKinds.map((value) => ({ value, label: t(`network.kind.${value}`) }))}
      />
      <TextsField
        t={t}
        name="about"
        label={t('network.form.about')}
        value={textsAt(props, 'about', organisation?.about)}
        mistakes={mistakes}
        rows={3}
        required={false}
      />
      <TextField {...one('website')} label={t('network.fact.website')} type="url" required={false} />
      <TextField
        {...one('contact_email')}
        type="email"
        label={t('network.fact.contact')}
        hint={t('network.form.contact-hint')}
        required={false}
      />
      <TextField {...one('place')} label={t('network.fact.place')} required={false} />
    </>
  )
}
