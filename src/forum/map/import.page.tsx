import { type Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, languageNames, languages, type Texts } from '#platform/language.ts'
import { controlProps, Field, type FieldProps } from '#platform/ui/field.tsx'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  type Problem,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'

interface Props extends Answered {
  visit: Visit
  event: { id: string; title: Texts }
  /** What is wrong with the files, in words. */
  unreadable?: Problem | undefined
}

/** A conversation from Polis, or exported from here, becomes a dialogue of this event. */
export function ImportPage(props: Props) {
  const { visit, event, unreadable } = props
  const { t, language } = visit
  const problems = [...problemsOf(t, props), ...(unreadable ? [unreadable] : [])]
  const file = (name: string): FieldProps => ({
    ...{ t, name, label: t(`opinions.import.file-${name}`), required: true },
    mistake: unreadable?.field === name ? unreadable.text : undefined,
  })
  return (
    <Page
      visit={visit}
      title={t('opinions.import.title')}
      lead={t('opinions.import.lead')}
      wrong={problems.length > 0}
      trail={[{ href: visit.to(`/office/events/${event.id}`), label: inLanguage(event.title, language) }]}
    >
      <Problems visit={visit} list={problems} />
      <Form files>
        <input type="hidden" name="id" value={filledAt(props, 'id')} />
        <TextsField
          t={t}
          name="title"
          label={t('opinions.import.theme')}
          required
          value={textsAt(props, 'title')}
          mistakes={mistakesInWords(t, props)}
        />
        <Select
          t={t}
          name="language"
          label={t('opinions.import.language')}
          value={filledAt(props, 'language') ?? language}
          mistake={mistakeAt(t, props, 'language')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        {(['comments', 'votes'] as const).map((name) => (
          <Field {...file(name)}>
            <input {...controlProps(file(name))} type="file" accept=".csv,text/csv" />
          </Field>
        ))}
        <SubmitButton>{t('opinions.import.press')}</SubmitButton>
      </Form>
    </Page>
  )
}
