import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { Check, filledAt, Form, mistakeAt, SubmitButton } from '#platform/ui/form.tsx'
import type { Words } from '#platform/words.ts'
import { EmailField, KeptNote, OrganisationField } from './sender-fields.page.tsx'

interface Props extends Answered {
  visit: Visit
  organisations: readonly string[]
}

/** "I need to know this too": an address is all it takes. */
export function SecondNeedForm({ visit, organisations, ...answered }: Props) {
  const { t, language, member } = visit
  const tell = answered.filled ? filledAt(answered, 'tell') === 'yes' : true
  return (
    <section class="stack" aria-labelledby="second">
      <h2 id="second">{t('lunch-and-learn.second.title')}</h2>
      <p>{t('lunch-and-learn.second.says')}</p>
      <Form>
        <input type="hidden" name="language" value={language} />
        <EmailField t={t} member={member} answered={answered} />
        <OrganisationField t={t} answered={answered} organisations={organisations} />
        <Check t={t} name="tell" label={t('lunch-and-learn.second.tell')} checked={tell} />
        <LanguageMistake t={t} answered={answered} />
        <KeptNote visit={visit} />
        <SubmitButton>{t('lunch-and-learn.second.button')}</SubmitButton>
      </Form>
    </section>
  )
}

const LanguageMistake = ({ t, answered }: { t: Words; answered: Answered }) => {
  const mistake = mistakeAt(t, answered, 'language')
  return mistake ? <p class="ds-validation-message">{mistake}</p> : null
}
