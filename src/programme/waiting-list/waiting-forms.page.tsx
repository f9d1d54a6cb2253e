import type { Answered } from '#platform/form.ts'
import {
  filledAt,
  Folded,
  Form,
  LongTextField,
  mistakeAt,
  Select,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import type { SignUpRow } from '../tables.ts'

interface MoveProps {
  t: Words
  line: readonly SignUpRow[]
  answered: Answered
}

/** Who is put before whom, and why. */
export function MoveForm({ t, line, answered }: MoveProps) {
  const people = line.map(({ id, name }, index) => ({ value: id, label: `${index + 1}. ${name}` }))
  return (
    <Folded summary={t('waiting-list.move.title')} open={filledAt(answered, 'do') === 'move'}>
      <p>{t('waiting-list.move.lead')}</p>
      <Form>
        <Select
          t={t}
          name="signUp"
          label={t('waiting-list.move.who')}
          options={people}
          none={t('waiting-list.move.choose')}
          value={filledAt(answered, 'signUp')}
          mistake={mistakeAt(t, answered, 'signUp')}
        />
        <Select
          t={t}
          name="before"
          label={t('waiting-list.move.before')}
          options={people}
          none={t('waiting-list.move.last')}
          value={filledAt(answered, 'before')}
          mistake={mistakeAt(t, answered, 'before')}
          required={false}
        />
        <TextField
          t={t}
          name="reason"
          label={t('waiting-list.move.reason')}
          hint={t('waiting-list.move.reason-hint')}
          value={filledAt(answered, 'reason')}
          mistake={mistakeAt(t, answered, 'reason')}
        />
        <SubmitButton name="do" value="move">
          {t('waiting-list.move.button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}

/** A message to all who wait. */
export function WriteForm({ t, answered }: { t: Words; answered: Answered }) {
  return (
    <Folded summary={t('waiting-list.write.title')} open={filledAt(answered, 'do') === 'write'}>
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <LongTextField
          t={t}
          name="text"
          label={t('waiting-list.write.text')}
          hint={t('waiting-list.write.text-hint')}
          value={filledAt(answered, 'text')}
          mistake={mistakeAt(t, answered, 'text')}
          rows={5}
        />
        <SubmitButton name="do" value="write">
          {t('waiting-list.write.button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
