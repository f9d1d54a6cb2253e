import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'

interface Props extends Answered {
  visit: Visit
  own: { key: string; name: Texts }
  /** Which of the two forms of the page was sent. */
  sent?: 'standing' | 'substitute'
}

/** Names who answers for the party while its coordinator is away. */
export function SubstituteSection(props: Props) {
  const { visit, own } = props
  const { t, language } = visit
  const form: Answered = props.sent === 'substitute' ? props : {}
  const field = (name: string, label: string) => ({
    ...{ t, name, label, required: true },
    ...{ value: filledAt(form, name), mistake: mistakeAt(t, form, name) },
  })
  return (
    <section class="section stack" aria-labelledby="substitute">
      <h2 id="substitute">{t('people.substitutes.title', { party: inLanguage(own.name, language) })}</h2>
      <p>{t('people.substitutes.lead')}</p>
      <Form action={visit.to('/office/parties/substitutes')}>
        <input type="hidden" name="party" value={own.key} />
        <TextField
          {...field('name', t('people.coordinators.name'))}
          hint={t('people.coordinators.name-hint')}
        />
        <TextField
          {...field('email', t('people.coordinators.email'))}
          type="email"
          hint={t('people.coordinators.email-hint')}
        />
        <Select
          {...field('language', t('people.coordinators.language'))}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          value={filledAt(form, 'language') ?? visit.language}
        />
        <TextField {...field('from_day', t('people.substitutes.from'))} type="date" />
        <TextField {...field('until_day', t('people.substitutes.until'))} type="date" />
        <SubmitButton>{t('people.substitutes.button')}</SubmitButton>
      </Form>
    </section>
  )
}

interface EndProps {
  visit: Visit
  substitute: { name: string; party_name: Texts }
  refusal?: string | undefined
}

/** What ending will do, before it is done. */
export function EndSubstitutePage({ visit, substitute, refusal }: EndProps) {
  const { t, language } = visit
  const { name } = substitute
  const problems = problemsOf(t, { refusal })
  return (
    <Page
      visit={visit}
      title={t('people.substitutes.end.title', { name })}
      wrong={problems.length > 0}
      trail={[{ href: visit.to('/office/parties'), label: t('people.parties.title') }]}
    >
      <Problems visit={visit} list={problems} />
      <p>{t('people.substitutes.end.says', { name, party: inLanguage(substitute.party_name, language) })}</p>
      <Form>
        <SubmitButton danger>{t('people.substitutes.end.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
