import type { Child } from 'hono/jsx'
import { languageNames, languages, type Texts } from '../language.ts'
import { controlProps, Field, type FieldProps, Hint, Label } from './field.tsx'

export { Check, Checks, Choice, type Option } from './choices.tsx'
export {
  fieldId,
  filledAt,
  mistakeAt,
  mistakesInWords,
  type Problem,
  Problems,
  problemsOf,
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

type LineType = 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number' | 'search'

interface TextFieldProps extends FieldProps {
  value?: string | number | null | undefined
  type?: LineType
  autocomplete?: string | undefined
  inputmode?: 'numeric' | 'decimal' | 'search' | undefined
  lang?: string | undefined
  /** As wide as so many letters, where the answer is short. */
  size?: number | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  /** The id of a <datalist> with suggestions. */
  list?: string | undefined
}

export function TextField(props: TextFieldProps) {
  const { value, type = 'text', autocomplete, inputmode, lang, size, min, max, list } = props
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        type={type}
        value={value ?? undefined}
        autocomplete={autocomplete}
        inputmode={inputmode}
        lang={lang}
        size={size}
        min={min}
        max={max}
        list={list}
        spellcheck={type === 'email' || type === 'url' ? false : undefined}
      />
    </Field>
  )
}

interface LongTextFieldProps extends FieldProps {
  value?: string | null | undefined
  rows?: number
  lang?: string | undefined
}

export function LongTextField(props: LongTextFieldProps) {
  return (
    <Field {...props}>
      <textarea {...controlProps(props)} rows={props.rows ?? 5} lang={props.lang}>
        {props.value ?? ''}
      </textarea>
    </Field>
  )
}

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[]
  value?: string | null | undefined
  /** The words of the empty choice at the top; none when a choice is already made. */
  none?: string | undefined
}

export function Select(props: SelectProps) {
  const { options, value, none } = props
  return (
    <Field {...props}>
      <select {...controlProps(props)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface TextsFieldProps extends Omit<FieldProps, 'mistake'> {
  value?: Texts | undefined
  /** What is wrong, in words, by field name: `title.sv`. */
  mistakes?: Readonly<Record<string, string | undefined>> | undefined
  /** More than one line. */
  rows?: number | undefined
}

/** The same text in each language; any of them may be left for later. The visitor's own language comes first. */
export function TextsField({ t, name, label, hint, required, value = {}, mistakes = {}, rows }: TextsFieldProps) {
  const ownFirst = languages.toSorted((one, other) => Number(other === t.language) - Number(one === t.language))
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">
        <Label t={t} label={label} required={required} />
      </legend>
      <Hint name={name} hint={hint} />
      {ownFirst.map((language) => {
        const field = `${name}.${language}`
        const props = { t, name: field, label: languageNames[language], mistake: mistakes[field], lang: language }
        return rows === undefined ? (
          <TextField {...props} value={value[language]} />
        ) : (
          <LongTextField {...props} value={value[language]} rows={rows} />
        )
      })}
    </fieldset>
  )
}

/** What most people need not see: it opens when pressed, and is open when something in it is wrong. */
export function Folded({ summary, open = false, children }: { summary: Child; open?: boolean; children?: Child }) {
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
