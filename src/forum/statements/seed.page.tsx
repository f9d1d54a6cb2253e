import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import { filledAt, Folded, Form, LongTextField, mistakeAt, Select, SubmitButton } from '#platform/ui/form.tsx'
import { seedsMin } from './dialogue.rules.ts'
import type { Statement } from './statements.sql.ts'
import { wordsMax } from './write-statement.ts'

interface Props extends Answered {
  visit: Visit
  action: string
  statements: readonly Statement[]
}

/** Where the organisers write statements of their own, so that whoever comes first finds something to vote on. */
export function SeedFields(props: Props) {
  const { visit, action, statements } = props
  const { t } = visit
  const isOpen = statements.length < seedsMin || props.mistakes?.['words'] !== undefined
  return (
    <Folded summary={t('dialogue.seed.title')} open={isOpen}>
      <Form action={action}>
        <LongTextField
          t={t}
          name="words"
          rows={2}
          label={t('dialogue.write.words')}
          hint={t('dialogue.seed.hint', { min: seedsMin, max: wordsMax })}
          value={filledAt(props, 'words')}
          mistake={mistakeAt(t, props, 'words')}
        />
        <Select
          t={t}
          name="language"
          label={t('dialogue.write.language')}
          value={filledAt(props, 'language') ?? visit.language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SubmitButton variant="secondary">{t('dialogue.seed.add')}</SubmitButton>
      </Form>
    </Folded>
  )
}
