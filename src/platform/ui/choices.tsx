import type { Child } from 'hono/jsx'
import { describedBy, Hint, Optional, Mistake, type FieldProps } from './field.tsx'
import { fieldId } from './problems.tsx'

export interface Option {
  value: string
  label: Child
  hint?: Child
}

interface GroupProps extends FieldProps {
  options: readonly Option[]
}

interface BoxProps {
  type: 'radio' | 'checkbox'
  name: string
  option: Option
  /** The first of a group carries the group's id, so that a link in the summary leads there. */
  id: string
  checked: boolean
  invalid: boolean
  must?: boolean
  describedBy?: string | undefined
}

function OneBox({ type, name, option, id, checked, invalid, must, ...props }: BoxProps) {
  const hintId = option.hint ? `${id}-says` : undefined
  const says = [props.describedBy, hintId].filter(Boolean).join(' ')
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        required={must}
        autofocus={must && invalid}
        aria-describedby={says === '' ? undefined : says}
        aria-invalid={invalid ? 'true' : undefined}
      />
      <label class="ds-label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <p data-field="description" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

function Group(props: GroupProps & { type: BoxProps['type']; chosen: readonly string[] }) {
  const { name, options, type, chosen, mistake } = props
  return (
    <fieldset
      class={mistake ? 'ds-fieldset choices wrong' : 'ds-fieldset choices'}
      aria-describedby={describedBy(props)}
    >
      <legend class="ds-label">
        {props.label}
        <Optional {...props} />
      </legend>
      <Hint {...props} />
      <Mistake {...props} />
      {options.map((option, index) => (
        <OneBox
          type={type}
          name={name}
          option={option}
          id={index === 0 ? fieldId(name) : fieldId(`${name}-${option.value}`)}
          checked={chosen.includes(option.value)}
          invalid={mistake !== undefined}
        />
      ))}
    </fieldset>
  )
}

/** One of a few. */
export function Choice({ value, ...props }: GroupProps & { value?: string | undefined }) {
  return <Group {...props} type="radio" chosen={value === undefined ? [] : [value]} />
}

/** Any number of a few. */
export function Checks({ values = [], ...props }: GroupProps & { values?: readonly string[] | undefined }) {
  return <Group {...props} type="checkbox" chosen={values} />
}

interface CheckProps extends FieldProps {
  value?: string
  checked?: boolean | undefined
  /** Nothing is sent without the tick; a page that comes back without it opens there. */
  must?: boolean
}

/** A single box to tick: "I have read this". */
export function Check({
  t,
  name,
  label,
  hint,
  mistake,
  value = 'yes',
  checked = false,
  must = false,
}: CheckProps) {
  return (
    <div class="stack-tight">
      <Mistake t={t} name={name} mistake={mistake} />
      <OneBox
        type="checkbox"
        name={name}
        option={{ value, label, hint }}
        id={fieldId(name)}
        checked={checked}
        invalid={mistake !== undefined}
        must={must}
        describedBy={describedBy({ name, hint: undefined, mistake })}
      />
    </div>
  )
}
