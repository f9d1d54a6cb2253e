import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { CommentList } from './consultation/comment-list.page.tsx'
import type { Comment } from './consultation/comments.sql.ts'
import { numbered } from './draft/draft.page.tsx'
import type { Making } from './load-facts.ts'
import { pathOf, type Step } from './successor.rules.ts'

interface Props {
  visit: Visit
  making: Making
  comments: readonly Comment[]
  /** Names of owners by id. */
  names: ReadonlyMap<string, Texts>
  /** The plan that ends has ended. */
  isGap: boolean
}

/** Nobody has begun the next plan, or it is adopted and in its place. */
export function NoNextPlanPage({
  visit,
  endsOn,
  published,
}: {
  visit: Visit
  endsOn: string | null
  published: { slug: string; title: Texts } | null
}) {
  const { t, language } = visit
  return (
    <Page
      visit={visit}
      title={t('successor.title')}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      <Empty>
        {published ? (
          <p>
            {t('successor.public.published')}{' '}
            <a href={visit.to(`/plan/periods/${published.slug}`)}>
              <Text of={published.title} t={t} />
            </a>
          </p>
        ) : (
          <p>
            {endsOn
              ? t('successor.not-begun-ends', { date: dateInWords(language, endsOn) })
              : t('successor.not-begun')}
          </p>
        )}
      </Empty>
    </Page>
  )
}

/** The next plan for everybody: how far it is, what it says, and how to take part. */
export function NextPlanPage(props: Props) {
  const { visit, making, comments, isGap } = props
  const { t, language } = visit
  const { successor, facts } = making
  const period = {
    from: dateInWords(language, successor.starts_on),
    to: dateInWords(language, successor.ends_on),
  }
  return (
    <Page
      visit={visit}
      title={inLanguage(successor.title, language)}
      description={inLanguage(successor.lead, language)}
      lead={<Text of={successor.lead} t={t} />}
      trail={[{ href: visit.to('/plan'), label: t('plan.title') }]}
    >
      <p>
        {t('successor.period', period)} {t('successor.public.not-adopted')}
      </p>
      {isGap && <Notice kind="late">{t('successor.public.gap')}</Notice>}
      <TakePart {...props} />
      <section class="stack" aria-labelledby="how-far">
        <h2 id="how-far">{t('successor.public.how-far')}</h2>
        <ol class="path">
          {pathOf(facts).map((step) => (
            <StepLine visit={visit} step={step} />
          ))}
        </ol>
        <p>
          <a href={visit.to('/plan/next/commitments')}>
            {t('successor.public.carried', { asked: facts.asked, unanswered: facts.unanswered })}
          </a>
        </p>
      </section>
      <section class="stack" aria-labelledby="words">
        <h2 id="words">{t('successor.draft.words')}</h2>
        {making.paragraphs.length === 0 && <Empty>{t('successor.public.no-draft')}</Empty>}
        {making.paragraphs.map(({ id, words, changed_at }, index) => (
          <div class="draft-part" id={`paragraph-${id}`}>
            <LongText of={words} t={t} />
            <Changed visit={visit} making={making} at={changed_at} />
            <OfPart {...props} part={`paragraph.${id}`} name={t('successor.part.paragraph', { number: index + 1 })} />
          </div>
        ))}
      </section>
      <DraftCommitments {...props} />
      <section class="stack" aria-labelledby="whole">
        <h2 id="whole">{t('successor.part.whole')}</h2>
        <OfPart {...props} part="whole" name={t('successor.part.whole')} />
        {facts.round === 'planned' && <p>{t('successor.public.comments-later')}</p>}
        {comments.length > 0 && (
          <p class="quiet">{t('successor.public.comments', { count: comments.length })}</p>
        )}
      </section>
    </Page>
  )
}

const tags: Record<Step['state'], TagKind> = { done: 'good', now: 'waiting', later: 'plain' }

const StepLine = ({ visit: { t }, step }: { visit: Visit; step: Step }) => (
  <li
    class={`path-step is-${step.state} row`}
    aria-current={step.state === 'now' ? 'step' : undefined}
  >
    <span>{t(`successor.step.${step.key}`)}</span>
    <Tag kind={tags[step.state]}>{t(`successor.step-state.${step.state}`)}</Tag>
  </li>
)

/** Until when everybody can say something, and what happens with it. */
function TakePart({ visit, making }: Props) {
  const { t, language } = visit
  const { successor, facts } = making
  if (facts.round === 'planned') return null
  const date = dateInWords(language, successor.last_day ?? '')
  if (facts.round === 'closed') return <Notice>{t('successor.public.round-closed', { date })}</Notice>
  return (
    <Notice kind="good" title={t('successor.public.round-open', { date })}>
      <p>{t('successor.public.how-to')}</p>
      <Actions>
        <LinkButton href={visit.to('/plan/next/comment/whole')}>{t('successor.comment.of-whole')}</LinkButton>
      </Actions>
    </Notice>
  )
}

/** What changed after people began to comment is marked, so that nobody wonders. */
function Changed({ visit, making, at }: Pick<Props, 'visit' | 'making'> & { at: string }) {
  const { opens_at } = making.successor
  if (opens_at === null || at <= opens_at) return null
  const date = dateInWords(visit.language, localDate(at))
  return <p class="quiet">{visit.t('successor.public.changed', { date })}</p>
}

/** What was said of one part, and the way to say more. */
function OfPart({ visit, making, comments, part, name }: Props & { part: string; name: string }) {
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
        <p class="no-print">
          <a href={visit.to(`/plan/next/comment/${part}`)}>
            {t('successor.comment.go')} <span class="unseen">{name}</span>
          </a>
        </p>
      )}
    </>
  )
}

function DraftCommitments(props: Props) {
  const { visit, making, names } = props
  const { t, language } = visit
  const { commitments } = making
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
              <p class="quiet">
                {one.owners
                  .map((owner) => inLanguage(names.get(ownerId(owner)) ?? {}, language))
                  .filter(Boolean)
                  .join(', ')}
                {' · '}
                {t('plan.commitment.due-by', { date: dateInWords(language, one.due_on) })}
              </p>
              {one.carried_number !== null && (
                <p>
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

const ownerId = (owner: Making['commitments'][number]['owners'][number]): string =>
  'party' in owner ? owner.party : owner.organisation
