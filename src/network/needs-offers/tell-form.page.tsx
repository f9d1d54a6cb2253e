import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Choice, filledAt, Form, LongTextField, mistakeAt, Select, SubmitButton } from '#platform/ui/form.tsx'
import { stepKinds } from './answer.rules.ts'

/** What an introduction can have led to. */
export interface Choices {
  partnerships: readonly { id: string; name: Texts }[]
  events: readonly { id: string; title: Texts }[]
}

/** Where one side tells what came of an introduction. */
export function TellForm(props: Answered & { visit: Visit; choices: Choices }) {
  const { visit, choices, ...answered } = props
  const { t, language } = visit
  return (
    <Form>
      <input type="hidden" name="do" value="tell" />
      <Choice
        {...{ t, name: 'kind', required: true, label: t('needs-offers.suggestion.tell') }}
        value={filledAt(answered, 'kind')}
        mistake={mistakeAt(t, answered, 'kind')}
        options={stepKinds.map((value) => ({ value, label: t(`needs-offers.step.${value}`) }))}
      />
      <LongTextField
        {...{ t, name: 'words', required: false, rows: 3, label: t('needs-offers.suggestion.words') }}
        hint={t('needs-offers.suggestion.words-hint')}
        value={filledAt(answered, 'words')}
        mistake={mistakeAt(t, answered, 'words')}
      />
      {choices.partnerships.length > 0 && (
        <Select
          {...{ t, name: 'partnership', required: false, label: t('needs-offers.suggestion.partnership') }}
          none={t('needs-offers.suggestion.no-partnership')}
          options={choices.partnerships.map(({ id, name }) => ({
            value: id,
            label: inLanguage(name, language),
          }))}
          value={filledAt(answered, 'partnership')}
        />
      )}
      {choices.events.length > 0 && (
        <Select
          {...{ t, name: 'event', required: false, label: t('needs-offers.suggestion.event') }}
          hint={t('needs-offers.suggestion.event-hint')}
          none={t('needs-offers.suggestion.no-event')}
          options={choices.events.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
          value={filledAt(answered, 'event')}
        />
      )}
      <SubmitButton>{t('needs-offers.suggestion.tell-button')}</SubmitButton>
    </Form>
  )
}
