import type { Child } from 'hono/jsx'

export { LongTextField, Select, TextField, TextsField } from './fields.tsx'
export { Check, Checks, Choice, type Option } from './choices.tsx'
export {
  filledAt,
  mistakeAt,
  mistakesInWords,
  type Problem,
  Problems,
  problemsOf,
  seenAt,
  textsAt,
  ticked,
} from './problems.tsx'

interface FormProps {
  /** Forms are sent to their own address unless this says another. */
  action?: string | undefined
  method?: 'get' | 'post'
  /** For forms that take a file. */
  files?: boolean
  children?: Child
}

/** The server checks and answers in the visitor's language, so the browser's own messages are switched off. */
export function Form({ action, method = 'post', files = false, children }: FormProps) {
  return (
    <form
      class="form"
      method={method}
      action={action}
      novalidate
      enctype={files ? 'multipart/form-data' : undefined}
    >
      {children}
    </form>
  )
}

/** What most people need not see: it opens when pressed, and is open when something in it is wrong. */
export function Folded({
  summary,
  open = false,
  children,
}: {
  summary: Child
  open?: boolean
  children?: Child
}) {
  return (
    <details class="folded ds-details" open={open}>
      <summary>{summary}</summary>
      <div class="folded-body">{children}</div>
    </details>
  )
}

interface ButtonProps {
  variant?: 'primary' | 'secondary' | 'tertiary'
  /** Takes something away. */
  danger?: boolean
  /** Where a form has several buttons: what was pressed. */
  name?: string | undefined
  value?: string | undefined
  children?: Child
}

export function SubmitButton({ variant = 'primary', danger = false, name, value, children }: ButtonProps) {
  return (
    <button
      class="ds-button"
      data-variant={variant}
      data-color={danger ? 'danger' : undefined}
      type="submit"
      name={name}
      value={value}
    >
      {children}
    </button>
  )
}
