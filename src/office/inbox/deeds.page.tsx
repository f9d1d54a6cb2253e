import type { Visit } from '#platform/http.ts'
import { Check, Select, SubmitButton } from '#platform/ui/form.tsx'
import { spamReasons } from './inbox.rules.ts'

export interface Assignable {
  id: string
  name: string
}

interface Props {
  visit: Visit
  people: readonly Assignable[]
  /** Whether all of it came in a rush: then one press is enough. */
  isWave: boolean
}

/** What is done with everything that is ticked: given to somebody, or put aside as spam with a reason. */
export function Deeds({ visit: { t }, people, isWave }: Props) {
  return (
    <div class="stack">
      <Check t={t} name="all" label={t('inbox.all-on-page')} checked={isWave} />
      <div class="grid two">
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{t('inbox.assign.title')}</legend>
          <Select
            t={t}
            name="to"
            label={t('inbox.assign.to')}
            none={t('inbox.nobody')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton name="do" value="assign">
            {t('inbox.assign.button')}
          </SubmitButton>
        </fieldset>
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{t('inbox.spam.title')}</legend>
          <Select
            t={t}
            name="reason"
            label={t('inbox.spam.reason')}
            none={t('inbox.spam.choose')}
            options={spamReasons.map((value) => ({ value, label: t(`inbox.reason.${value}`) }))}
            value={isWave ? 'program' : undefined}
          />
          <SubmitButton variant="secondary" name="do" value="close">
            {t('inbox.spam.button')}
          </SubmitButton>
        </fieldset>
      </div>
    </div>
  )
}
