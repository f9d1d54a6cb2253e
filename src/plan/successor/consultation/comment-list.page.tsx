import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Comment } from './comments.sql.ts'
import type { Outcome } from './consultation.rules.ts'

const tags: Record<Outcome, TagKind> = { 'taken-in': 'good', partly: 'good', 'not-taken-in': 'stopped' }

/** Who says it, as far as they want it known. */
export function writerOf({ t }: Pick<Visit, 't'>, { name, shows_name, organisation }: Comment): string {
  const who = shows_name === 1 && name ? name : t('successor.comment.somebody')
  return organisation ? t('successor.comment.from', { who, organisation }) : who
}

/** What was said of one part, each with the office's answer, or that there is none yet. */
export function CommentList({ visit, comments }: { visit: Visit; comments: readonly Comment[] }) {
  const { t, language } = visit
  if (comments.length === 0) return null
  return (
    <ul class="comments">
      {comments.map((one) => (
        <li class="stack-tight">
          <p class="quiet">
            {t('successor.comment.by', {
              who: writerOf(visit, one),
              date: dateInWords(language, localDate(one.asked_at)),
            })}
          </p>
          <CommentWords visit={visit} comment={one} />
          <AnswerShown visit={visit} comment={one} />
        </li>
      ))}
    </ul>
  )
}

export function CommentWords({ visit, comment }: { visit: Visit; comment: Comment }) {
  const lang = comment.language === visit.language ? undefined : comment.language
  return (
    <div lang={lang}>
      {comment.words.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

export function AnswerShown({ visit, comment }: { visit: Visit; comment: Comment }) {
  const { t } = visit
  const { outcome, answer_words } = comment
  if (outcome === null || answer_words === null) return <p>{t('successor.comment.no-answer')}</p>
  return (
    <div class="comment-answer">
      <p>
        <Tag kind={tags[outcome]}>{t(`successor.outcome.${outcome}`)}</Tag>
      </p>
      <p>
        {t('successor.comment.office')} <Text of={answer_words} t={t} />
      </p>
    </div>
  )
}
