import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import type { Dialogue } from './dialogues.sql.ts'
import { opinionWords } from './opinions.ts'
import { StatementWords, WrittenIn } from './statement-words.page.tsx'
import type { Statement } from './statements.sql.ts'
import { dialogueTrail } from './votes.page.tsx'
import { wordsMax } from './write-statement.ts'

interface Props extends Answered {
  visit: Visit
  dialogue: Dialogue
  me: string | null
  /** Whether statements are taken at all. */
  isOpen: boolean
  /** Statements that are close to what was written. */
  close?: readonly Statement[]
}

/** Where somebody writes a statement of their own. */
export function WritePage(props: Props) {
  const { visit, dialogue, close = [] } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('dialogue.write.title')}
      lead={t('dialogue.write.lead')}
      trail={dialogueTrail(visit, dialogue)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {close.length > 0 && <CloseOnes {...props} close={close} />}
      {props.isOpen ? <Fields {...props} /> : <Kept {...props} />}
    </Page>
  )
}

function Fields(props: Props) {
  const { visit, me, close = [] } = props
  const { t } = visit
  return (
    <Form>
      {me && <input type="hidden" name="me" value={me} />}
      <LongTextField
        t={t}
        name="words"
        rows={3}
        label={t('dialogue.write.words')}
        hint={t('dialogue.write.words-hint', { max: wordsMax })}
        value={filledAt(props, 'words')}
        mistake={mistakeAt(t, props, 'words')}
      />
      <Select
        t={t}
        name="language"
        label={t('dialogue.write.language')}
        value={filledAt(props, 'language') ?? visit.language}
        mistake={mistakeAt(t, props, 'language')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <p class="small quiet">{t('dialogue.write.read-first')}</p>
      {close.length > 0 ? (
        <SubmitButton name="despite" value="yes">
          {t('dialogue.write.despite')}
        </SubmitButton>
      ) : (
        <SubmitButton>{t('dialogue.write.send')}</SubmitButton>
      )}
    </Form>
  )
}

/** What is there already and says nearly the same: to be voted on instead. */
function CloseOnes({ visit, dialogue, me, close }: Props & { close: readonly Statement[] }) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="close">
      <h2 id="close">{t('dialogue.write.close-title')}</h2>
      {close.map((statement) => (
        <Card tinted>
          <p>
            <strong>
              <StatementWords visit={visit} statement={statement} />
            </strong>
          </p>
          <WrittenIn visit={visit} statement={statement} />
          <form method="post" class="actions" action={visit.to(`/dialogue/${dialogue.slug}`)}>
            {me && <input type="hidden" name="me" value={me} />}
            <input type="hidden" name="statement" value={statement.id} />
            {opinionWords.map((word) => (
              <button class="ds-button" data-variant="secondary" type="submit" name="vote" value={word}>
                {t(`dialogue.opinion.${word}`)}
                <span class="unseen"> {t('dialogue.votes.about', { number: statement.number })}</span>
              </button>
            ))}
          </form>
        </Card>
      ))}
      <p>{t('dialogue.write.close-or')}</p>
    </section>
  )
}

/** What somebody had written when it closed is theirs to copy. */
function Kept(props: Props) {
  const { visit, dialogue } = props
  const words = filledAt(props, 'words')
  return (
    <>
      {words && (
        <Card tinted>
          <p>{words}</p>
        </Card>
      )}
      <LinkButton href={visit.to(`/dialogue/${dialogue.slug}`)} variant="secondary">
        {visit.t('dialogue.back')}
      </LinkButton>
    </>
  )
}
