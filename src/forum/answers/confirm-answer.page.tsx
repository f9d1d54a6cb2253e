import type { Visit } from '#platform/http.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Actions } from '#platform/ui/parts.tsx'
import type { LinkAnswerForm } from './answer-by-link.ts'
import type { FullAnswer } from './answers.sql.ts'
import { GivenAnswer } from './given-answer.page.tsx'

/** Read through once more: what is sent from here stands, and everybody sees it. */
export function ConfirmAnswer({ visit, form }: { visit: Visit; form: LinkAnswerForm }) {
  const { t } = visit
  const { language, kind, words, nextStep, nextBy, name, as, isShown } = form
  const answer: FullAnswer = {
    ...{ id: '', kind, words: { [language]: words }, answered_on: '', link_id: null },
    next_step: nextStep === null ? {} : { [language]: nextStep },
    ...{
      next_by: nextBy,
      outcome: null,
      told_at: null,
      given_as: as,
      giver_name: name,
      giver_is_shown: isShown ? 1 : 0,
    },
  }
  const sent = { kind, words, nextStep: nextStep ?? '', nextBy: nextBy ?? '', language, name, as }
  return (
    <>
      <section class="card stack" aria-labelledby="to-confirm">
        <h2 id="to-confirm">{t(`answers.form.kind.${kind}`)}</h2>
        <GivenAnswer visit={visit} answer={answer} />
      </section>
      <Form>
        {Object.entries(sent).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        {isShown && <input type="hidden" name="isShown" value="yes" />}
        <Actions>
          <SubmitButton name="do" value="answer">
            {t('answers.confirm.button')}
          </SubmitButton>
          <SubmitButton name="do" value="back" variant="secondary">
            {t('answers.confirm.back')}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}
