import { languageNames, languages, type Texts } from '../language.ts'
import { controlProps, Field, type FieldProps, Hint, Optional } from './field.tsx'

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
export function TextsField({
  t,
  name,
  label,
  hint,
  required,
  value = {},
  mistakes = {},
  rows,
}: TextsFieldProps) {
  const ownFirst = languages.toSorted(
    (one, other) => Number(other === t.language) - Number(one === t.language),
  )
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">
        {label}
        <Optional t={t} required={required} />
      </legend>
      <Hint name={name} hint={hint} />
      {ownFirst.map((language) => {
        const field = `${name}.${language}`
        const props = {
          t,
          name: field,
          label: languageNames[language],
          mistake: mistakes[field],
          lang: language,
        }
        return rows === undefined ? (
          <TextField {...props} value={value[language]} />
        ) : (
          <LongTextField {...props} value={value[language]} rows={rows} />
        )
      })}
    </fieldset>
  )
}
