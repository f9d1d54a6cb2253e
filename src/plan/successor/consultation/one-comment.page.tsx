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
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Card, Empty, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import type { Making } from '../load-facts.ts'
import { pathTrail } from '../office.page.tsx'
import { AnswerShown, CommentWords, writerOf } from './comment-list.page.tsx'
import type { Comment } from './comments.sql.ts'
import { outcomes } from './consultation.rules.ts'
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
