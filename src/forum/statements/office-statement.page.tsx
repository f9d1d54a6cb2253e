import { dateAndTime } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { languageNames, languages, type Texts } from '#platform/language.ts'
import {
  Check,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  seenAt,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, Facts, Notice } from '#platform/ui/parts.tsx'
import type { Double } from '../opinion-map/doubles.rules.ts'
import { dialogueState } from './dialogue.rules.ts'
import type { Dialogue } from './dialogues.sql.ts'
import { officeTrail } from './edit-dialogue.page.tsx'
import type { Statement } from './statements.sql.ts'

interface Props extends Answered {
  visit: Visit
  event: { id: string; title: Texts }
  dialogue: Dialogue
  statement: Statement
  /** Others that it is close to, or the opposite of. */
  doubles: readonly (Double & { statement: Statement })[]
}

/** One statement: shown to everybody, turned down with a reason, or translated. */
export function OfficeStatementPage(props: Props) {
  const { visit, event, dialogue, statement } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('dialogue.statement.title', { number: statement.number })}
      trail={officeTrail(visit, event, dialogue)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Card tinted>
        <p lang={statement.language}>{statement.words}</p>
      </Card>
      <Facts
        rows={[
          [t('dialogue.statement.stands'), t(`dialogue.state.${statement.state}`)],
          [t('dialogue.you.because'), statement.reason],
          [t('dialogue.write.language'), languageNames[statement.language]],
          [t('dialogue.statement.came'), dateAndTime(language, statement.created_at)],
          [
            t('dialogue.statement.by'),
            t(`dialogue.statement.by-${statement.is_seed === 1 ? 'organizers' : 'somebody'}`),
          ],
        ]}
      />
      <Doubles {...props} />
      <DecideFields {...props} />
    </Page>
  )
}

function Doubles({ visit, doubles }: Props) {
  const { t } = visit
  if (doubles.length === 0) return null
  return (
    <Notice kind="waiting" title={t('dialogue.statement.close')}>
      <ul>
        {doubles.map(({ kind, statement }) => (
          <li>
            {t(`dialogue.statement.close-${kind}`, { number: statement.number })}{' '}
            <span lang={statement.language}>{statement.words}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function DecideFields(props: Props) {
  const { visit, dialogue, statement } = props
  const { t } = visit
  const mayShow = statement.state !== 'shown' && dialogueState(dialogue, visit.now) !== 'closed'
  return (
    <Form>
      <input type="hidden" name="seen" value={seenAt(props, statement.decided_at ?? '')} />
      {languages
        .filter((one) => one !== statement.language)
        .map((one) => (
          <LongTextField
            t={t}
            name={`translations.${one}`}
            rows={2}
            lang={one}
            required={false}
            label={t('dialogue.statement.translation', { language: languageNames[one] })}
            value={filledAt(props, `translations.${one}`) ?? statement.translations[one]}
            mistake={mistakeAt(t, props, 'translations')}
          />
        ))}
      <Check
        t={t}
        name="is_meta"
        label={t('dialogue.statement.meta')}
        hint={t('dialogue.statement.meta-hint')}
        checked={props.filled ? props.filled['is_meta'] === 'yes' : statement.is_meta === 1}
      />
      <LongTextField
        t={t}
        name="reason"
        rows={2}
        required={false}
        label={t('dialogue.statement.reason')}
        hint={t(`dialogue.statement.reason-hint-${statement.state === 'shown' ? 'shown' : 'waiting'}`)}
        value={filledAt(props, 'reason')}
        mistake={mistakeAt(t, props, 'reason')}
      />
      <Actions>
        {mayShow && (
          <SubmitButton name="do" value="show">
            {t(`dialogue.statement.show-${statement.state === 'turned-down' ? 'again' : 'it'}`)}
          </SubmitButton>
        )}
        {statement.state !== 'waiting' && (
          <SubmitButton variant={mayShow ? 'secondary' : 'primary'} name="do" value="save">
            {t('dialogue.statement.save')}
          </SubmitButton>
        )}
        {statement.state !== 'turned-down' && (
          <SubmitButton variant="secondary" danger name="do" value="turn-down">
            {t(`dialogue.statement.turn-down-${statement.state}`)}
          </SubmitButton>
        )}
      </Actions>
    </Form>
  )
}
