import type { Child } from 'hono/jsx'
import type { Words } from '../words.ts'
import { fieldId } from './problems.tsx'

/** What every field has. Label, hint and mistake are words already, not keys. */
export interface FieldProps {
  t: Words
  name: string
  label: Child
  hint?: Child
  mistake?: string | undefined
  /** True is told to those who listen; false shows "(optional)"; left out, nothing is said (filters, languages). */
  required?: boolean | undefined
}

/** Follows a label. */
export function Optional({ t, required }: Pick<FieldProps, 't' | 'required'>) {
  if (required !== false) return null
  return <span class="optional"> {t('platform.ui.optional')}</span>
}

/** The ids a control points to, so that hint and mistake are read with it. */
export function describedBy({ name, hint, mistake }: Pick<FieldProps, 'name' | 'hint' | 'mistake'>) {
  const id = fieldId(name)
  const ids = [hint && `${id}-hint`, mistake && `${id}-mistake`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function Hint({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) {
  if (!hint) return null
  return (
    <p data-field="description" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}

export function Mistake({ t, name, mistake }: Pick<FieldProps, 't' | 'name' | 'mistake'>) {
  if (!mistake) return null
  return (
    <p class="ds-validation-message" id={`${fieldId(name)}-mistake`}>
      <span class="unseen">{t('platform.ui.wrong')} </span>
      {mistake}
    </p>
  )
}

/** What a control itself is told. */
export const controlProps = (props: FieldProps) => ({
  class: 'ds-input',
  id: fieldId(props.name),
  name: props.name,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.mistake ? ('true' as const) : undefined,
  'aria-required': props.required ? ('true' as const) : undefined,
})

/** Label, hint and mistake around a control. */
export function Field(props: FieldProps & { children?: Child }) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={fieldId(props.name)}>
        {props.label}
        <Optional {...props} />
      </label>
      <Hint {...props} />
      <Mistake {...props} />
      {props.children}
    </div>
  )
}
