import type { Child } from 'hono/jsx'
import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, Facts, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { silentOwners } from './asking/load-carried.ts'
import type { Making } from './load-facts.ts'
import { pathOf, type Step, type StepKey } from './successor.rules.ts'

const officeTrail = ({ t, to }: Visit) => [{ href: to('/office'), label: t('office.title') }]
export const pathTrail = (visit: Visit) => [
  ...officeTrail(visit),
  { href: visit.to('/office/next-plan'), label: visit.t('successor.title') },
]

const tags: Record<Step['state'], TagKind> = { done: 'good', now: 'waiting', later: 'plain' }

/** Nobody has begun the next plan yet. */
export function NotBegunPage({ visit, endsOn }: { visit: Visit; endsOn: string | null }) {
  const { t, language } = visit
  return (
    <Page visit={visit} title={t('successor.title')} lead={t('successor.lead')} trail={officeTrail(visit)}>
      <Empty>
        <p>
          {endsOn
            ? t('successor.not-begun-ends', { date: dateInWords(language, endsOn) })
            : t('successor.not-begun')}
        </p>
        <Actions>
          <LinkButton href={visit.to('/office/next-plan/begin')}>{t('successor.begin.go')}</LinkButton>
        </Actions>
      </Empty>
      <ol>
        {(['ask', 'gather', 'draft', 'consult', 'approve', 'publish'] as const).map((key) => (
          <li>{t(`successor.step-about.${key}`)}</li>
        ))}
      </ol>
    </Page>
  )
}

/** The way to the next plan: what is done, what remains, and for whom, to be understood in ten seconds. */
export function PathPage({ visit, making, done }: { visit: Visit; making: Making; done: boolean }) {
  const { t, language } = visit
  const { successor, facts } = making
  return (
    <Page
      visit={visit}
      title={inLanguage(successor.title, language)}
      lead={t('successor.lead')}
      trail={pathTrail(visit)}
      wide
    >
      {done && (
        <Notice kind="good" live>
          {t('successor.saved')}
        </Notice>
      )}
      {successor.revision_state === 'refused' && !facts.isAdopted && (
        <Notice kind="late" title={t('successor.approve.was-refused')}>
          <p>
            <Text of={successor.no_reason ?? {}} t={t} />
          </p>
        </Notice>
      )}
      <Facts
        rows={[
          [
            t('successor.fact.period'),
            t('successor.period', {
              from: dateInWords(language, successor.starts_on),
              to: dateInWords(language, successor.ends_on),
            }),
          ],
          [
            t('successor.fact.public'),
            <a href={visit.to('/plan/next')}>{t('successor.fact.public-page')}</a>,
          ],
        ]}
      />
      <ol class="path">
        {pathOf(facts).map((step) => (
          <OneStep visit={visit} making={making} step={step} />
        ))}
      </ol>
    </Page>
  )
}

function OneStep({ visit, making, step }: { visit: Visit; making: Making; step: Step }) {
  const { t } = visit
  const way = wayOf(making, step.key)
  return (
    <li class={`path-step is-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
      <h2 class="row">
        {t(`successor.step.${step.key}`)}{' '}
        <Tag kind={tags[step.state]}>{t(`successor.step-state.${step.state}`)}</Tag>
      </h2>
      {saidOf(visit, making, step)}
      {way && (
        <p>
          <a href={visit.to(way)}>{t(`successor.step-go.${step.key}`)}</a>
        </p>
      )}
    </li>
  )
}

function wayOf({ successor }: Making, key: StepKey): string | null {
  const ways: Record<StepKey, string | null> = {
    begin: null,
    ask: '/office/next-plan/commitments',
    gather: '/office/next-plan/gather',
    draft: '/office/next-plan/draft',
    consult: successor.opens_at ? '/office/next-plan/comments' : '/office/next-plan/consultation',
    approve: '/office/next-plan/approvals',
    publish: successor.adopted_on ? `/plan/periods/${successor.slug}` : null,
  }
  return ways[key]
}

/** What remains, and for whom. */
function saidOf(visit: Visit, making: Making, { key }: Step): Child {
  const { t, language } = visit
  const { facts, successor } = making
  if (key === 'ask') return <Silent visit={visit} making={making} />
  if (key === 'begin')
    return (
      <p>{t('successor.remains.begun', { date: dateInWords(language, successor.begun_at.slice(0, 10)) })}</p>
    )
  if (key === 'gather') return <p>{t('successor.remains.gather', { count: facts.toGather })}</p>
  if (key === 'draft')
    return (
      <p>
        {t('successor.remains.draft', { paragraphs: facts.paragraphs, commitments: facts.commitments })}
        {facts.missingFromDraft > 0 &&
          ` ${t('successor.remains.missing', { count: facts.missingFromDraft })}`}
      </p>
    )
  if (key === 'consult')
    return (
      <p>
        {facts.round === 'planned'
          ? t('successor.remains.round-planned')
          : t(`successor.remains.round-${facts.round}`, {
              date: dateInWords(language, successor.last_day ?? ''),
              read: facts.toRead,
              answer: facts.toAnswer,
            })}
      </p>
    )
  if (key === 'approve') {
    const which = facts.isAdopted ? 'adopted' : facts.revision === 'proposed' ? 'proposed' : 'not-yet'
    const date = successor.decide_by ? dateInWords(language, successor.decide_by) : ''
    return <p>{t(`successor.remains.approve-${which}`, { date })}</p>
  }
  const day = successor.adopted_on ? dateInWords(language, successor.adopted_on) : ''
  return <p>{t(`successor.remains.publish-${facts.isAdopted ? 'done' : 'not-yet'}`, { date: day })}</p>
}

/** Who has not answered yet, with how many commitments each. */
function Silent({ visit, making }: { visit: Visit; making: Making }) {
  const { t, language } = visit
  const { facts } = making
  const counts = new Map<string, number>()
  for (const one of making.carried.filter(({ fate }) => fate === 'unanswered'))
    for (const { name } of silentOwners(one)) {
      const key = nameAtStart(name, language)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return (
    <>
      <p>{t('successor.remains.ask', { asked: facts.asked, unanswered: facts.unanswered })}</p>
      {counts.size > 0 && (
        <ul>
          {[...counts].map(([name, count]) => (
            <li>{t('successor.remains.owner', { name, count })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
