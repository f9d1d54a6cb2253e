import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import { Choice, filledAt, mistakeAt, Select, SubmitButton } from '#platform/ui/form.tsx'
import { cardKinds, whoCouldMax, wordsMax } from './device.ts'
import { KindMark } from './kind-mark.page.tsx'

interface Props {
  visit: Visit
  base: string
  answered: Answered
  rounds: readonly number[]
  /** A card is changed, rather than written. */
  isChange: boolean
}

/** One form for new cards and for changing one: on a phone there is room for no more. */
export function CardForm({ visit, base, answered, rounds, isChange }: Props) {
  const { t, to } = visit
  const at = (name: string): string => filledAt(answered, name) ?? ''
  const [write, change] = [isChange ? undefined : 'yes', isChange ? 'yes' : undefined]
  return (
    <section id="write" class="note-write stack" aria-labelledby="write-title">
      <h2 id="write-title">
        <span data-for="write" hidden={!write}>
          {t('table-notes.form.write-title')}
        </span>
        <span data-for="change" hidden={!change}>
          {t('table-notes.form.change-title')}
        </span>
      </h2>
      <form class="form" method="post" action={to(base)} novalidate id="card-form">
        {['card', 'nonce', 'base', 'was', 'settles'].map((name) => (
          <input type="hidden" name={name} value={at(name)} />
        ))}
        <Fields {...{ visit, answered, rounds }} />
        <div class="actions">
          <SubmitButton name="do" value={isChange ? 'change' : 'write'}>
            <span data-for="write" hidden={!write}>
              {t('table-notes.form.keep')}
            </span>
            <span data-for="change" hidden={!change}>
              {t('table-notes.form.keep-change')}
            </span>
          </SubmitButton>
          <a
            class="ds-button"
            data-variant="tertiary"
            data-for="change"
            hidden={!change}
            href={to(base)}
            id="card-cancel"
          >
            {t('table-notes.form.cancel')}
          </a>
        </div>
      </form>
    </section>
  )
}

function Fields({ visit, answered, rounds }: Pick<Props, 'visit' | 'answered' | 'rounds'>) {
  const { t } = visit
  const field = (name: string) => ({ t, name, mistake: mistakeAt(t, answered, name) })
  const at = (name: string): string => filledAt(answered, name) ?? ''
  const words = {
    ...field('words'),
    label: t('table-notes.form.words'),
    hint: t('table-notes.form.words-hint'),
  }
  const who = {
    ...{ ...field('whoCould'), label: t('table-notes.form.who'), hint: t('table-notes.form.who-hint') },
    required: false,
  }
  return (
    <>
      <Choice
        {...field('kind')}
        label={t('table-notes.form.kind')}
        value={at('kind')}
        options={cardKinds.map((kind) => ({ value: kind, label: <KindMark t={t} kind={kind} /> }))}
      />
      <Field {...words}>
        <textarea {...controlProps(words)} rows={4} maxlength={wordsMax}>
          {at('words')}
        </textarea>
      </Field>
      <div class="note-form-who">
        <Field {...who}>
          <input {...controlProps(who)} value={at('whoCould')} maxlength={whoCouldMax} autocomplete="off" />
        </Field>
      </div>
      <div class="row">
        {rounds.length > 1 ? (
          <Select
            {...field('round')}
            label={t('table-notes.form.round')}
            value={at('round')}
            options={rounds.map((one) => ({ value: String(one), label: String(one) }))}
          />
        ) : (
          <input type="hidden" name="round" value={at('round')} />
        )}
        <Select
          {...field('language')}
          label={t('table-notes.form.language')}
          value={at('language')}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
      </div>
    </>
  )
}
