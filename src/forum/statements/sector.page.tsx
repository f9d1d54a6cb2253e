import type { Visit } from '#platform/http.ts'
import { Choice, Form, SubmitButton } from '#platform/ui/form.tsx'
import { Actions } from '#platform/ui/parts.tsx'
import { capacities } from '#programme/index.ts'
import type { Capacity } from '#programme/tables.ts'

interface Props {
  visit: Visit
  action: string
  chosen: Capacity | null
  /** Whether there is a way past it, as there is the first time. */
  maySkip?: boolean
}

/** What somebody takes part as: asked once, after the first vote, and never a condition for voting. */
export function SectorForm({ visit, action, chosen, maySkip = false }: Props) {
  const { t } = visit
  return (
    <section class="stack" id="vote">
      <Form action={action}>
        <Choice
          t={t}
          name="capacity"
          required={false}
          label={t('dialogue.sector.label')}
          hint={t('dialogue.sector.hint')}
          value={chosen ?? undefined}
          options={capacities.map((value) => ({ value, label: t(`sign-up.capacity.${value}`) }))}
        />
        <Actions>
          <SubmitButton>{t('dialogue.sector.save')}</SubmitButton>
          {maySkip && (
            <SubmitButton variant="tertiary" name="skip" value="yes">
              {t('dialogue.sector.skip')}
            </SubmitButton>
          )}
        </Actions>
      </Form>
    </section>
  )
}
