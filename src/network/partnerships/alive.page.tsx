import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Question } from './answer-alive.ts'

interface Props extends Answered {
  visit: Visit
  question: Question
  /** Answered, or no longer open to an answer. */
  closed: 'answered' | 'old' | null
}

/** Does it live? For whoever holds the link, without an account. */
export function AlivePage(props: Props) {
  const { visit, question, closed } = props
  const { t, language } = visit
  const { name, lead, slug, changed_at } = question
  const problems = problemsOf(t, props)
  const title = t('partnerships.alive.title', { name: inLanguage(name, language) })
  const who = inLanguage(question.organisation_name ?? question.party_name ?? {}, language)
  return (
    <Page visit={visit} title={title} wrong={problems.length > 0}>
      <Problems visit={visit} list={problems} />
      <p>
        <Text of={lead} t={t} />
      </p>
      <p>
        {t('partnerships.alive.says', { who, changed: dateInWords(language, localDate(changed_at)) })}{' '}
        <a href={visit.to(`/network/${slug}`)}>{t('partnerships.alive.read')}</a>
      </p>
      {closed ? <Closed visit={visit} question={question} closed={closed} /> : <Answer {...props} />}
    </Page>
  )
}

function Closed({
  visit,
  question,
  closed,
}: Pick<Props, 'visit' | 'question'> & { closed: 'answered' | 'old' }) {
  const { t } = visit
  const said = closed === 'answered' ? (question.outcome ?? 'changed') : 'old'
  return (
    <Notice kind={said === 'lives' ? 'good' : 'info'} title={t(`partnerships.alive.done.${said}`)} live>
      {t('partnerships.alive.done.mend')}
    </Notice>
  )
}

function Answer(props: Props) {
  const { visit } = props
  const { t } = visit
  return (
    <Form>
      <Choice
        t={t}
        name="alive"
        label={t('partnerships.alive.question')}
        value={filledAt(props, 'alive')}
        mistake={mistakeAt(t, props, 'alive')}
        options={[
          { value: 'lives', label: t('partnerships.alive.lives') },
          { value: 'ended', label: t('partnerships.alive.ended') },
        ]}
      />
      <TextField
        t={t}
        name="ended_on"
        type="date"
        label={t('partnerships.alive.ended-on')}
        hint={t('partnerships.alive.ended-hint')}
        value={filledAt(props, 'ended_on')}
        mistake={mistakeAt(t, props, 'ended_on')}
        max={localDate(visit.now)}
        required={false}
      />
      <LongTextField
        t={t}
        name="led_to"
        label={t('partnerships.alive.led-to')}
        hint={t('partnerships.alive.led-to-hint')}
        value={filledAt(props, 'led_to')}
        mistake={mistakeAt(t, props, 'led_to')}
        required={false}
      />
      <SubmitButton>{t('partnerships.alive.send')}</SubmitButton>
    </Form>
  )
}
