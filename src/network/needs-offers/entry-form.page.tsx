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
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { Acting } from './acting.ts'
import { kinds, sides } from './entry.rules.ts'
import type { Theme } from './shown.page.tsx'

export interface FormProps extends Answered {
  visit: Visit
  acting: Acting
  themes: readonly Theme[]
  places: readonly string[]
  /** The names that the office can write for. */
  choices: readonly { id: string; name: string }[]
}

export const ownTrail = ({ t, to }: Visit, { base }: Acting) => [
  { href: to('/network/needs'), label: t('needs-offers.list.title') },
  { href: to(base), label: t('needs-offers.own.title') },
]

/** A form for what an organisation needs or can give. */
export function NewEntryPage({ visit, acting, themes, places, choices, ...answered }: FormProps) {
  const { t } = visit
  const problems = problemsOf(t, answered)
  const mayWrite = acting.isOffice || acting.organisations.length > 0
  return (
    <Page
      visit={visit}
      title={t('needs-offers.form.title')}
      lead={t('needs-offers.form.lead')}
      trail={ownTrail(visit, acting)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {!mayWrite && <CannotWrite visit={visit} />}
      {mayWrite && (
        <Form>
          <input type="hidden" name="id" value={filledAt(answered, 'id')} />
          <OrganisationField visit={visit} acting={acting} choices={choices} answered={answered} />
          <Choice
            {...{ t, name: 'side', required: true, label: t('needs-offers.form.side') }}
            value={filledAt(answered, 'side')}
            mistake={mistakeAt(t, answered, 'side')}
            options={sides.map((value) => ({ value, label: t(`needs-offers.form.side-${value}`) }))}
          />
          <Choice
            {...{ t, name: 'kind', required: true, label: t('needs-offers.form.kind') }}
            value={filledAt(answered, 'kind')}
            mistake={mistakeAt(t, answered, 'kind')}
            options={kinds.map((value) => ({ value, label: t(`needs-offers.kind.${value}`) }))}
          />
          <EntryFields visit={visit} answered={answered} themes={themes} places={places} />
          <SubmitButton>{t('needs-offers.form.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}

const CannotWrite = ({ visit: { t, to } }: { visit: Visit }) => (
  <Notice kind="waiting">
    <p>{t('needs-offers.form.cannot')}</p>
    <p>
      <a href={to('/network')}>{t('network.title')}</a>
    </p>
  </Notice>
)

interface FieldsProps {
  visit: Visit
  answered: Answered
}

function OrganisationField({
  visit: { t, language },
  acting,
  choices,
  answered,
}: FieldsProps & Pick<FormProps, 'acting' | 'choices'>) {
  const { organisations, isOffice } = acting
  const own = organisations.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))
  const field = {
    ...{ t, name: 'organisation', label: t('needs-offers.form.organisation') },
    ...{ mistake: mistakeAt(t, answered, 'organisation'), value: filledAt(answered, 'organisation') },
  }
  if (isOffice)
    return (
      <>
        <TextField {...field} required list="organisations" hint={t('needs-offers.form.office-hint')} />
        <datalist id="organisations">
          {choices.map(({ name }) => (
            <option value={name}>{name}</option>
          ))}
        </datalist>
      </>
    )
  const [only] = own
  if (own.length === 1 && only)
    return (
      <p>
        <input type="hidden" name="organisation" value={only.value} />
        {t('needs-offers.form.for', { organisation: only.label })}
      </p>
    )
  return <Select {...field} required none={t('needs-offers.form.choose')} options={own} />
}

/** What can be changed later too. */
export function EntryFields({
  visit: { t, language },
  answered,
  themes,
  places,
}: FieldsProps & Pick<FormProps, 'themes' | 'places'>) {
  const field = (name: string) => ({
    ...{ t, name, value: filledAt(answered, name), mistake: mistakeAt(t, answered, name) },
  })
  const mistakes = mistakesInWords(t, answered)
  return (
    <>
      <TextsField
        {...{ t, name: 'words', required: true, label: t('needs-offers.form.words'), mistakes }}
        hint={t('needs-offers.form.words-hint')}
        value={textsAt(answered, 'words')}
      />
      <TextsField
        {...{ t, name: 'about', required: false, rows: 4, label: t('needs-offers.form.about'), mistakes }}
        hint={t('needs-offers.form.about-hint')}
        value={textsAt(answered, 'about')}
      />
      <TextField
        {...field('place')}
        required={false}
        list="places"
        label={t('needs-offers.form.place')}
        hint={t('needs-offers.form.place-hint')}
      />
      <datalist id="places">
        {places.map((place) => (
          <option value={place}>{place}</option>
        ))}
      </datalist>
      <Select
        {...field('theme')}
        required={false}
        label={t('needs-offers.form.theme')}
        none={t('needs-offers.form.no-theme')}
        options={themes.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
      />
      <TextField {...field('from')} required type="date" label={t('needs-offers.form.from')} />
      <TextField
        {...field('until')}
        required
        type="date"
        label={t('needs-offers.form.until')}
        hint={t('needs-offers.form.until-hint')}
      />
      <TextField
        {...field('ask_for')}
        required={false}
        label={t('needs-offers.form.ask-for')}
        hint={t('needs-offers.form.ask-for-hint')}
      />
    </>
  )
}
