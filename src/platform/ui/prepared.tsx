import type { Visit } from '../http.ts'
import { inLanguage } from '../language.ts'
import type { PreparedChoice } from '../prepared-texts.ts'
import { Form, Select, SubmitButton } from './form.tsx'

interface Props {
  visit: Visit
  prepared: PreparedChoice
  /** The page itself, without its language, with the mark where the answer is written. */
  path: string
}

/** Gets the words of a prepared answer into the form below it, to be changed before they are sent. */
export function ChoosePrepared({ visit: { t, to, language }, prepared: { texts, chosen }, path }: Props) {
  if (texts.length === 0) return null
  return (
    <Form method="get" action={to(path)}>
      <Select
        t={t}
        name="text"
        label={t('platform.prepared.label')}
        none={t('platform.prepared.none')}
        options={texts.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        value={chosen?.id}
      />
      <SubmitButton variant="secondary">{t('platform.prepared.button')}</SubmitButton>
    </Form>
  )
}
