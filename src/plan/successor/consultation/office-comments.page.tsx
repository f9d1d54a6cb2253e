import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  Checks,
  Choice,
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, DataTable, Empty, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { Making } from '../load-facts.ts'
import { pathTrail } from '../office.page.tsx'
import { AnswerShown, CommentWords, writerOf } from './comment-list.page.tsx'
import type { Comment } from './comments.sql.ts'
import { firstLastDay, outcomes } from './consultation.rules.ts'
import { partNames } from './parts-named.ts'

interface Props extends Answered {
  visit: Visit
  making: Making
  comments: readonly Comment[]
}

const commentsTrail = (visit: Visit) => [
  ...pathTrail(visit),
  { href: visit.to('/office/next-plan/comments'), label: visit.t('successor.comments.title') },
]

/** The round: opened with a last day, and given more days later. */
export function RoundPage(props: Answered & { visit: Visit; making: Making }) {
  const { visit, making } = props
  const { t, language, now } = visit
  const problems = problemsOf(t, props)
  const { last_day } = making.successor
  return (
    <Page
      visit={visit}
      title={t(`successor.round.${last_day ? 'more-days' : 'open'}`)}
      lead={t('successor.round.lead')}
      trail={pathTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {last_day && <p>{t('successor.round.until', { date: dateInWords(language, last_day) })}</p>}
      <Form>
        <TextField
          t={t}
          name="last_day"
          type="date"
          label={t('successor.round.last-day')}
          hint={t('successor.round.last-day-hint')}
          value={filledAt(props, 'last_day') ?? last_day ?? firstLastDay(localDate(now))}
          mistake={mistakeAt(t, props, 'last_day')}
        />
        <SubmitButton>{t(`successor.round.button-${last_day ? 'more' : 'open'}`)}</SubmitButton>
      </Form>
    </Page>
  )
}

/** Everything that was said: what waits to be read, what waits for an answer, and the rest. */
export function OfficeCommentsPage(props: Props & { done: boolean }) {
  const { visit, making, comments, done } = props
  const { t, language } = visit
  const groups = {
    waiting: comments.filter((one) => one.state === 'waiting'),
    'to-answer': comments.filter((one) => one.state === 'shown' && one.answer_id === null),
    answered: comments.filter((one) => one.answer_id !== null),
    'held-back': comments.filter((one) => one.state === 'held-back'),
  }
  const days = [...Map.groupBy(comments, (one) => localDate(one.asked_at))]
  return (
    <Page
      visit={visit}
      title={t('successor.comments.title')}
      lead={t('successor.comments.lead', { count: comments.length })}
      trail={pathTrail(visit)}
      wide
    >
      {done && (
        <Notice kind="good" live>
          {t('successor.saved')}
        </Notice>
      )}
      <Actions>
        {groups['to-answer'].length > 0 && (
          <LinkButton href={visit.to('/office/next-plan/answer')}>{t('successor.comments.answer')}</LinkButton>
        )}
        <LinkButton href={visit.to('/office/next-plan/comments.csv')} variant="secondary">
          {t('successor.comments.csv')}
        </LinkButton>
        <LinkButton href={visit.to('/office/next-plan/consultation')} variant="secondary">
          {t(`successor.round.${making.successor.last_day ? 'more-days' : 'open'}`)}
        </LinkButton>
      </Actions>
      {comments.length === 0 && <Empty>{t('successor.comments.none')}</Empty>}
      {(['waiting', 'to-answer', 'answered', 'held-back'] as const).map((which) => (
        <Group {...props} which={which} list={groups[which]} />
      ))}
      {days.length > 0 && (
        <DataTable
          caption={t('successor.comments.by-day')}
          head={[t('successor.comments.day'), t('successor.comments.number')]}
          rows={days.map(([day, list]) => [dateInWords(language, day), String(list.length)])}
        />
      )}
    </Page>
  )
}

function Group({
  visit,
  making,
  which,
  list,
}: Props & { which: 'waiting' | 'to-answer' | 'answered' | 'held-back'; list: readonly Comment[] }) {
  const { t } = visit
  if (list.length === 0) return null
  const names = partNames(t, making)
  return (
    <section class="stack" aria-labelledby={`group-${which}`}>
      <h2 id={`group-${which}`}>{t(`successor.comments.${which}`, { count: list.length })}</h2>
      <ul class="lined-list">
        {list.map((one) => (
          <li class="stack-tight">
            <p>
              <a href={visit.to(`/office/next-plan/comments/${one.id}`)}>
                {names(one)}
                <span class="unseen">: {one.words.slice(0, 60)}</span>
              </a>{' '}
              <span class="quiet">{writerOf(visit, one)}</span>
            </p>
            <CommentWords visit={visit} comment={one} />
            {one.noticed && <Notice kind="late">{t(`successor.noticed.${one.noticed}`)}</Notice>}
            {which === 'answered' && <AnswerShown visit={visit} comment={one} />}
            {one.held_reason && <p class="quiet">{one.held_reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One comment, read before it shows to everybody. */
export function JudgePage(props: Answered & { visit: Visit; making: Making; comment: Comment }) {
  const { visit, making, comment } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const { state, noticed, held_reason, answer_id } = comment
  return (
    <Page
      visit={visit}
      title={partNames(t, making)(comment)}
      trail={commentsTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {noticed && <Notice kind="late">{t(`successor.noticed.${noticed}`)}</Notice>}
      <Card tinted>
        <CommentWords visit={visit} comment={comment} />
      </Card>
      <Facts
        rows={[
          [t('successor.judge.who'), writerOf(visit, comment)],
          [t('successor.judge.came'), dateInWords(language, localDate(comment.asked_at))],
          [t('successor.judge.stands'), t(`successor.comment-state.${state}`)],
        ]}
      />
      {state === 'shown' && <AnswerShown visit={visit} comment={comment} />}
      {answer_id === null && (
        <Form>
          <LongTextField
            t={t}
            name="reason"
            label={t('successor.judge.reason')}
            hint={t('successor.judge.reason-hint')}
            value={filledAt(props, 'reason') ?? held_reason}
            mistake={mistakeAt(t, props, 'reason')}
            rows={3}
            required={false}
          />
          <Actions>
            {state !== 'shown' && noticed !== 'personal-number' && (
              <SubmitButton name="do" value="show">
                {t('successor.judge.show')}
              </SubmitButton>
            )}
            <SubmitButton variant="secondary" danger name="do" value="hold-back">
              {t('successor.judge.hold-back')}
            </SubmitButton>
          </Actions>
        </Form>
      )}
      {state === 'shown' && answer_id === null && (
        <LinkButton href={`${visit.to('/office/next-plan/answer')}?comment=${comment.id}`}>
          {t('successor.comments.answer-this')}
        </LinkButton>
      )}
    </Page>
  )
}

/** One answer to one comment, or to several that say the same. */
export function AnswerPage(props: Props & { chosen: string | undefined }) {
  const { visit, making, comments, chosen } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const names = partNames(t, making)
  return (
    <Page
      visit={visit}
      title={t('successor.reply.title')}
      lead={t('successor.reply.lead')}
      trail={commentsTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      {comments.length === 0 ? (
        <Empty>{t('successor.reply.none')}</Empty>
      ) : (
        <Form>
          <Checks
            t={t}
            name="comments"
            label={t('successor.reply.to')}
            options={comments.map((one) => ({
              value: one.id,
              label: `${names(one)} · ${writerOf(visit, one)}`,
              hint: <span lang={one.language}>{one.words}</span>,
            }))}
            values={props.filled ? ticked(props, 'comments') : chosen ? [chosen] : []}
            mistake={mistakeAt(t, props, 'comments')}
          />
          <Choice
            t={t}
            name="outcome"
            label={t('successor.reply.outcome')}
            options={outcomes.map((value) => ({ value, label: t(`successor.outcome.${value}`) }))}
            value={filledAt(props, 'outcome')}
            mistake={mistakeAt(t, props, 'outcome')}
          />
          <TextsField
            t={t}
            name="words"
            label={t('successor.reply.because')}
            hint={t('successor.reply.because-hint')}
            value={textsAt(props, 'words')}
            mistakes={mistakesInWords(t, props)}
            rows={4}
          />
          <SubmitButton>{t('successor.reply.button')}</SubmitButton>
        </Form>
      )}
    </Page>
  )
}
