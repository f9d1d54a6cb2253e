import { dateInWords, shortDate } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Card, DataTable, Notice } from '#platform/ui/parts.tsx'
import type { Instant } from '#platform/time.ts'
import { Page } from '#platform/ui/page.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Clause } from './tables.ts'
import type { Original, Version, VersionDecision, VersionGoal } from './versions.sql.ts'

export interface WholeVersion {
  version: Version
  decisions: readonly VersionDecision[]
  originals: readonly Original[]
  goals: readonly VersionGoal[]
}

/** Principles, or promises of how we work. */
export function Clauses({
  t,
  all,
  numbered = false,
}: {
  t: Visit['t']
  all: readonly Clause[]
  numbered?: boolean
}) {
  const List = numbered ? 'ol' : 'ul'
  return (
    <List class={numbered ? 'stack' : 'plain-list stack'}>
      {all.map(({ name, about }) => (
        <li>
          <strong>
            <Text of={name} t={t} />.
          </strong>{' '}
          <Text of={about} t={t} />
        </li>
      ))}
    </List>
  )
}

/** What a version says, what it changed, where it was decided, and its signed original. */
export function VersionInside({ visit, whole }: { visit: Visit; whole: WholeVersion }) {
  const { t } = visit
  const { version, goals } = whole
  return (
    <>
      {Object.keys(version.changed).length > 0 && (
        <section class="section stack" aria-labelledby="changed">
          <h2 id="changed">{t('agreement.version.changed')}</h2>
          <LongText of={version.changed} t={t} />
        </section>
      )}
      {goals.length > 0 && (
        <ul>
          {goals.map(({ number, title, step, reason }) => (
            <li>
              {t(`agreement.version.goal.${step}`, { number })} <Text of={title} t={t} />
              {step === 'close' && <LongText of={reason} t={t} />}
            </li>
          ))}
        </ul>
      )}
      <Papers visit={visit} whole={whole} />
      <Card tinted level={2} title={t('plan.vision')}>
        <LongText of={version.vision} t={t} />
      </Card>
      <LongText of={version.about} t={t} />
      <section class="section stack" aria-labelledby="principles">
        <h2 id="principles">{t('plan.principles')}</h2>
        <Clauses t={t} all={version.principles} />
      </section>
      <section class="section stack" aria-labelledby="conduct">
        <h2 id="conduct">{t('agreement.conduct')}</h2>
        <Clauses t={t} all={version.conduct} numbered />
      </section>
    </>
  )
}

function Papers({ visit, whole: { version, decisions, originals } }: { visit: Visit; whole: WholeVersion }) {
  const { t, language } = visit
  if (decisions.length + originals.length === 0) return null
  const caption = t('agreement.version.decisions')
  return (
    <div class="section stack">
      <h2>{caption}</h2>
      {decisions.length > 0 && (
        <DataTable
          caption={caption}
          captionUnseen
          head={[
            t('agreement.decision.body'),
            t('agreement.decision.day'),
            t('agreement.decision.paragraph'),
            t('agreement.decision.case'),
          ]}
          rows={decisions.map(({ body, decided_on, paragraph, case_number, url }) => [
            url ? <a href={url}>{body}</a> : body,
            dateInWords(language, decided_on),
            paragraph ?? '',
            case_number ?? '',
          ])}
        />
      )}
      {originals.map((one) => (
        <p>
          <OriginalLink visit={visit} number={version.number} original={one} />
        </p>
      ))}
    </div>
  )
}

interface OriginalProps {
  visit: Visit
  number: number
  original: { id: string; added_at: Instant }
}

/** To the paper that was signed. */
export function OriginalLink({ visit, number, original: { id, added_at } }: OriginalProps) {
  const { t, language } = visit
  return (
    <a href={visit.to(`/plan/agreement/versions/${number}/original/${id}`)}>
      {t('agreement.version.original', { number, date: shortDate(language, added_at) })}
    </a>
  )
}

/** One version, in force or earlier, as it was decided. */
export function VersionPage({
  visit,
  whole,
  isLatest,
  isFirst,
}: {
  visit: Visit
  whole: WholeVersion
  isLatest: boolean
  isFirst: boolean
}) {
  const { t, language } = visit
  const { number, in_force_on } = whole.version
  return (
    <Page
      visit={visit}
      title={t('agreement.version.title', { number })}
      lead={t('agreement.version.from', { date: dateInWords(language, in_force_on ?? '') })}
      trail={[
        { href: visit.to('/plan'), label: t('plan.title') },
        { href: visit.to('/plan/agreement'), label: t('agreement.title') },
      ]}
    >
      {!isLatest && <Notice>{t('agreement.version.earlier')}</Notice>}
      {!isFirst && (
        <p>
          <a href={visit.to(`/plan/agreement/versions/${number}/difference`)}>
            {t('agreement.difference.link', { number })}
          </a>
        </p>
      )}
      <VersionInside visit={visit} whole={whole} />
    </Page>
  )
}
