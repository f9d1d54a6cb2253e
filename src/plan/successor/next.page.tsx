import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { DraftCommitments, type DraftProps, DraftWords, OfPart } from './next-draft.page.tsx'
import { pathOf, type Step } from './successor.rules.ts'

interface Props extends DraftProps {
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
      <DraftWords {...props} />
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
  <li class={`path-step is-${step.state} row`} aria-current={step.state === 'now' ? 'step' : undefined}>
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
    <>
      <Notice kind="good" title={t('successor.public.round-open', { date })}>
        <p>{t('successor.public.how-to')}</p>
      </Notice>
      <Actions>
        <LinkButton href={visit.to('/plan/next/comment/whole')}>{t('successor.comment.of-whole')}</LinkButton>
      </Actions>
    </>
  )
}
