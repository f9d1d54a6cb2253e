import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import { Form, Problems, problemsOf, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'

interface Props extends Answered {
  visit: Visit
  parties: readonly { key: string; name: Texts }[]
}

/** The first page of a new installation: who coordinates for each party. */
export function StartPage({ visit, parties, filled = {}, mistakes = {} }: Props) {
  const { t } = visit
  const problems = problemsOf(t, { filled, mistakes })
  return (
    <Page visit={visit} title={t('people.start.title')} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      <p class="lead">{t('people.start.lead')}</p>
      <Form>
        {parties.map(({ key, name }) => (
          <fieldset class="ds-fieldset">
            <legend class="ds-label">
              {t('people.start.party', { party: inLanguage(name, visit.language) })}
            </legend>
            <TextField t={t} label={t('people.start.name')} {...field(`${key}.name`)} />
            <TextField t={t} label={t('people.start.email')} type="email" {...field(`${key}.email`)} />
            <Select
              t={t}
              label={t('people.start.language')}
              name={`${key}.language`}
              options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
              value={String(filled[`${key}.language`] ?? visit.language)}
            />
          </fieldset>
        ))}
        <SubmitButton>{t('people.start.button')}</SubmitButton>
      </Form>
    </Page>
  )

  function field(name: string) {
    const mistake = mistakes[name]
    return { name, value: String(filled[name] ?? ''), ...(mistake && { mistake: t(mistake) }) }
  }
}
