import { languages, type Texts } from '#platform/language.ts'
import type { PreparedChoice } from '#platform/prepared-texts.ts'
import {
  Check,
  Choice,
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { ChoosePrepared } from '#platform/ui/prepared.tsx'
import { Text } from '#platform/ui/text.tsx'
import { wordsFor } from '#platform/words.ts'
import { answers, refusalToAnswer } from './idea.rules.ts'
import type { OfficeIdeaProps } from './office-idea.page.tsx'
import { type Prepared, preparedAnswers, stateOfPrepared } from './prepared.rules.ts'

/** The words of a prepared answer in every language, to change before they are sent. */
const preparedTexts = (prepared: Prepared): Texts =>
  Object.fromEntries(
    languages.map((language) => [language, wordsFor(language)(`ideas.prepared.${prepared}`)]),
  )

/** What is often said about ideas, and what the office has ready for everything. */
function choicesIn({ visit: { t }, prepared, texts }: OfficeIdeaProps): PreparedChoice {
  const own = preparedAnswers.map((id) => ({
    ...{ id, name: { [t.language]: t(`ideas.prepared-name.${id}`) }, words: preparedTexts(id) },
  }))
  const all = [...own, ...texts.texts]
  return { texts: all, chosen: prepared ? own.find(({ id }) => id === prepared) : texts.chosen }
}

/** What becomes of it and why: public, from a party, and by name where the one who answers ticks it. */
export function AnswerForm(props: OfficeIdeaProps) {
  const { visit, idea, prepared, texts: _texts, ...answered } = props
  const { t, member } = visit
  const open = answers.filter((one) => refusalToAnswer(idea, one) === null)
  if (open.length === 0) return null
  const choices = choicesIn(props)
  const state = filledAt(answered, 'state') ?? (prepared ? stateOfPrepared[prepared] : undefined)
  return (
    <section class="stack" id="answer">
      <h2>{t('ideas.answer.title')}</h2>
      <ChoosePrepared visit={visit} prepared={choices} path={`/office/ideas/${idea.number}#answer`} />
      <Form>
        <Choice
          t={t}
          name="state"
          label={t('ideas.answer.state')}
          options={open.map((value) => ({ value, label: t(`ideas.state.${value}`) }))}
          value={state}
          mistake={mistakeAt(t, answered, 'state')}
        />
        <TextsField
          t={t}
          name="words"
          rows={5}
          label={t('ideas.answer.words')}
          hint={t('ideas.answer.words-hint')}
          value={textsAt(answered, 'words', choices.chosen?.words ?? {})}
          mistakes={mistakesInWords(t, answered)}
        />
        <TextField
          t={t}
          name="role"
          label={t('ideas.answer.role')}
          value={filledAt(answered, 'role') ?? t('ideas.role')}
          mistake={mistakeAt(t, answered, 'role')}
        />
        {member?.party && (
          <p class="small quiet">
            {t('ideas.answer.party')} <Text of={member.party.name} t={t} />
          </p>
        )}
        <Check
          t={t}
          name="named"
          label={t('ideas.answer.named', { name: member?.name ?? '' })}
          checked={filledAt(answered, 'named') === 'yes'}
        />
        <SubmitButton name="do" value="answer">
          {t('ideas.answer.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

/** Put together with another that says much the same, or apart from it again. */
export function JoinForms({ visit, idea, others, ...answered }: OfficeIdeaProps) {
  const { t } = visit
  if (idea.into_id)
    return (
      <Form>
        <SubmitButton variant="secondary" name="do" value="part">
          {t('ideas.join.part')}
        </SubmitButton>
      </Form>
    )
  if (others.length === 0) return null
  return (
    <Folded summary={t('ideas.join.title')} open={filledAt(answered, 'do') === 'join'}>
      <p>{t('ideas.join.says')}</p>
      <Form>
        <Select
          t={t}
          name="into"
          label={t('ideas.join.into')}
          options={others.map(({ number, what }) => ({ value: String(number), label: `${number}. ${what}` }))}
          value={filledAt(answered, 'into')}
          mistake={mistakeAt(t, answered, 'into')}
        />
        <SubmitButton variant="secondary" name="do" value="join">
          {t('ideas.join.button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
