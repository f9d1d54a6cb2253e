import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Empty } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { ownerId } from '../revisions/index.ts'
import { CommentList } from './consultation/comment-list.page.tsx'
import type { Comment } from './consultation/comments.sql.ts'
import { numbered } from './draft/draft.page.tsx'
import { NobodyTag } from '../keeping.page.tsx'
import { type Making, nobodysIn } from './load-facts.ts'

export interface DraftProps {
  visit: Visit
  making: Making
  comments: readonly Comment[]
  /** Names of owners by id. */
  names: ReadonlyMap<string, Texts>
}

/** The plan's text, paragraph by paragraph, each with what was said of it. */
export function DraftWords(props: DraftProps) {
  const { visit, making } = props
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="words">
      <h2 id="words">{t('successor.draft.words')}</h2>
      {making.paragraphs.length === 0 && <Empty>{t('successor.public.no-draft')}</Empty>}
      {making.paragraphs.map(({ id, words, changed_at }, index) => (
        <div class="draft-part" id={`paragraph-${id}`}>
          <LongText of={words} t={t} />
          <Changed visit={visit} making={making} at={changed_at} />
          <OfPart
            {...props}
            part={`paragraph.${id}`}
            name={t('successor.part.paragraph', { number: index + 1 })}
          />
        </div>
      ))}
    </section>
  )
}

/** What changed after people began to comment is marked, so that nobody wonders. */
function Changed({ visit, making, at }: Pick<DraftProps, 'visit' | 'making'> & { at: string }) {
  const { opens_at } = making.successor
  if (opens_at === null || at <= opens_at) return null
  const date = dateInWords(visit.language, localDate(at))
  return <p class="quiet">{visit.t('successor.public.changed', { date })}</p>
}

/** What was said of one part, and the way to say more. */
export function OfPart({ visit, making, comments, part, name }: DraftProps & { part: string; name: string }) {
  const { t } = visit
  const [kind, id] = part.split('.')
  const own = comments.filter((one) =>
    kind === 'whole'
      ? one.paragraph_id === null && one.commitment_id === null
      : (kind === 'paragraph' ? one.paragraph_id : one.commitment_id) === id,
  )
  return (
    <>
      <CommentList visit={visit} comments={own} />
      {making.facts.round === 'open' && part !== 'whole' && (
        <p class="on-screen">
          <a href={visit.to(`/plan/next/comment/${part}`)}>
            {t('successor.comment.go')} <span class="unseen">{name}</span>
          </a>
        </p>
      )}
    </>
  )
}

/** Its commitments by goal, each with what was said of it. */
export function DraftCommitments(props: DraftProps) {
  const { visit, making, names } = props
  const { t, language } = visit
  const { commitments } = making
  const nobodys = new Set(nobodysIn(making, localDate(visit.now)).map(({ id }) => id))
  return (
    <section class="stack" aria-labelledby="commitments">
      <h2 id="commitments">{t('successor.draft.commitments', { count: commitments.length })}</h2>
      {[...Map.groupBy(numbered(commitments), (one) => one.goal_number)].map(([number, list]) => (
        <section class="stack" aria-labelledby={`goal-${number}`}>
          <h3 id={`goal-${number}`}>
            <a href={visit.to(`/plan/goals/${number}`)}>
              {t('plan.goal.number', { number })}: <Text of={list[0]?.goal_title ?? {}} t={t} />
            </a>
          </h3>
          {list.map((one) => (
            <div class="draft-part" id={`commitment-${one.id}`}>
              <h4>
                {one.number}. <Text of={one.title} t={t} />
              </h4>
              <LongText of={one.what} t={t} />
              <p>
                <strong>{t('plan.fact.measure')}:</strong> <Text of={one.measure} t={t} />
              </p>
              <p class="commitment-facts">
                {one.owners
                  .map((owner) => inLanguage(names.get(ownerId(owner)) ?? {}, language))
                  .filter(Boolean)
                  .join(', ')}
                {nobodys.has(one.id) && (
                  <>
                    {' '}
                    <NobodyTag visit={visit} />
                  </>
                )}
                {' · '}
                {t('plan.commitment.due-by', { date: dateInWords(language, one.due_on) })}
              </p>
              {one.carried_number !== null && (
                <p class="capitalized">
                  <a href={visit.to(`/plan/commitments/${one.carried_number}`)}>
                    {t('successor.draft.carried', { number: one.carried_number })}
                  </a>
                </p>
              )}
              <Changed visit={visit} making={making} at={one.changed_at} />
              <OfPart
                {...props}
                part={`commitment.${one.id}`}
                name={t('successor.part.commitment', { number: one.number })}
              />
            </div>
          ))}
        </section>
      ))}
    </section>
  )
}
