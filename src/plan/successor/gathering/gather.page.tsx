import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import {
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag, type TagKind } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import { pathTrail } from '../office.page.tsx'
import { keyOf } from './decide-source.ts'
import { sourceKinds } from './gather.rules.ts'
import { type GatheredSource, waitsStill } from './load-sources.ts'

interface Props {
  visit: Visit
  sources: readonly GatheredSource[]
  done: boolean
}

const tags: Record<NonNullable<GatheredSource['decided']>['outcome'], TagKind> = {
  commitment: 'good',
  words: 'good',
  'laid-aside': 'stopped',
}

/** What forums, ideas and calls gave: what waits first, by where it comes from. */
export function GatherPage({ visit, sources, done }: Props) {
  const { t } = visit
  return (
    <Page
      visit={visit}
      title={t('successor.gather.title')}
      lead={t('successor.gather.lead', { count: sources.filter(waitsStill).length })}
      trail={pathTrail(visit)}
      wide
    >
      {done && (
        <Notice kind="good" live>
          {t('successor.saved')}
        </Notice>
      )}
      {sources.length === 0 && <Empty>{t('successor.gather.none')}</Empty>}
      {sourceKinds.map((kind) => {
        const list = sources
          .filter((one) => one.kind === kind)
          .toSorted((a, b) => Number(waitsStill(b)) - Number(waitsStill(a)))
        if (list.length === 0) return null
        return (
          <section class="stack" aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{t(`successor.kind.${kind}`)}</h2>
            <ul class="lined-list">
              {list.map((source) => (
                <One visit={visit} source={source} />
              ))}
            </ul>
          </section>
        )
      })}
    </Page>
  )
}

function One({ visit, source }: { visit: Visit; source: GatheredSource }) {
  const { t } = visit
  const { decided } = source
  return (
    <li class="stack-tight">
      <p>
        <a href={visit.to(`/office/next-plan/gather/${keyOf(source)}`)}>
          <Text of={source.title} t={t} />
        </a>
      </p>
      <p class="row">
        {decided ? (
          <Tag kind={tags[decided.outcome]}>{t(`successor.gathered.${decided.outcome}`)}</Tag>
        ) : (
          <Tag kind={source.isTooLate ? 'plain' : 'late'}>
            {t(`successor.gathered.${source.isTooLate ? 'too-late' : 'waits'}`)}
          </Tag>
        )}
        <ThreadLink visit={visit} source={source} />
      </p>
      {decided && Object.keys(decided.reason).length > 0 && (
        <p>
          <q>
            <Text of={decided.reason} t={t} />
          </q>
        </p>
      )}
    </li>
  )
}

function ThreadLink({ visit, source }: { visit: Visit; source: GatheredSource }) {
  const { t, language } = visit
  return (
    <>
      <span class="quiet">{dateInWords(language, localDate(source.since))}</span>
      {source.path && <a href={visit.to(source.path)}>{t('successor.gather.read')}</a>}
      {source.thread && <a href={visit.to(source.thread)}>{t('successor.gather.thread')}</a>}
    </>
  )
}

/** One of them: it becomes a commitment, the words take it in, or it is laid aside with a reason. */
export function DecideSourcePage(props: Answered & { visit: Visit; source: GatheredSource }) {
  const { visit, source } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const isCommitment = source.decided?.outcome === 'commitment'
  return (
    <Page
      visit={visit}
      title={t(`successor.kind-one.${source.kind}`)}
      trail={[
        ...pathTrail(visit),
        { href: visit.to('/office/next-plan/gather'), label: t('successor.gather.title') },
      ]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <p class="lead">
        <Text of={source.title} t={t} />
      </p>
      <LongText of={source.about} t={t} />
      <p class="row">
        <ThreadLink visit={visit} source={source} />
      </p>
      {isCommitment ? (
        <p>
          <a href={visit.to(`/office/next-plan/draft/${source.decided?.draft_commitment_id}`)}>
            {t('successor.gather.see-commitment')}
          </a>
        </p>
      ) : (
        <Decisions {...props} />
      )}
    </Page>
  )
}

function Decisions(props: Answered & { visit: Visit; source: GatheredSource }) {
  const { visit, source } = props
  const { t } = visit
  return (
    <>
      <Actions>
        <LinkButton href={`${visit.to('/office/next-plan/draft/new')}?from=${keyOf(source)}`}>
          {t('successor.gather.make')}
        </LinkButton>
      </Actions>
      <Form>
        {mistakeAt(t, props, 'do')}
        <TextsField
          t={t}
          name="reason"
          label={t('successor.gather.reason')}
          hint={t('successor.gather.reason-hint')}
          value={textsAt(props, 'reason', source.decided?.reason)}
          mistakes={mistakesInWords(t, props)}
          rows={2}
          required={false}
        />
        <Actions>
          <SubmitButton variant="secondary" name="do" value="words">
            {t('successor.gather.in-words')}
          </SubmitButton>
          <SubmitButton variant="secondary" danger name="do" value="laid-aside">
            {t('successor.gather.lay-aside')}
          </SubmitButton>
        </Actions>
      </Form>
    </>
  )
}
