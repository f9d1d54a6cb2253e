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
import { listOf } from '../sign-up/queue.rules.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import type { SignUpRow } from '../tables.ts'

interface MoveProps {
  t: Words
  line: readonly SignUpRow[]
  /** Whether each sector has a list of its own, which numbers start on. */
  isBySector: boolean
  answered: Answered
}

/** Who is put before whom, and why. */
export function MoveForm({ t, line, isBySector, answered }: MoveProps) {
  const people = isBySector
    ? capacities.flatMap((sector) =>
        numbered(listOf(line, sector, true), ` (${t(`door.capacity.${sector}`)})`),
      )
    : numbered(line, '')
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

const numbered = (list: readonly SignUpRow[], ofList: string) =>
  list.map(({ id, name }, index) => ({ value: id, label: `${index + 1}. ${name}${ofList}` }))

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
