import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Card, Facts } from '#platform/ui/parts.tsx'
import { LongText, Text } from '#platform/ui/text.tsx'
import type { Change, CommitmentWords, Owner } from './change.ts'
import type { HeadingLevel } from './block-difference.page.tsx'
import { LineDifference, TextDifference } from './difference.page.tsx'
import { changeTitle } from './revision-title.ts'

/** What a page needs to name what changes speak of. */
export interface Names {
  /** Of parties and organisations, by their ids. */
  owners: ReadonlyMap<string, Texts>
  goals: ReadonlyMap<string, { number: number; title: Texts }>
  /** Numbers of commitments that are there already, by id. */
  commitments: ReadonlyMap<string, number>
}

interface Props {
  visit: Visit
  change: Change
  names: Names
}

/** One thing that a revision does, so that one sees what comes, what goes and which words become others. */
export function ChangeCard({ visit, change, names, level = 3 }: Props & { level?: 2 | 3 }) {
  const { t } = visit
  const number = 'commitment_id' in change ? names.commitments.get(change.commitment_id) : undefined
  return (
    <Card level={level} title={changeTitle(t, change)}>
      <ChangeBody visit={visit} change={change} names={names} headings={level === 2 ? 3 : 4} />
      {number !== undefined && (
        <p>
          <a class="above" href={visit.to(`/plan/commitments/${number}`)}>
            {t('revisions.change.see-commitment', { number })}
          </a>
        </p>
      )}
    </Card>
  )
}

function ChangeBody({ visit, change, names, headings }: Props & { headings: HeadingLevel }) {
  const { t } = visit
  switch (change.kind) {
    case 'plan-words':
      return (
        <>
          {(['title', 'lead', 'about'] as const).map((field) => (
            <TextDifference
              visit={visit}
              label={t(`revisions.plan.${field}`)}
              before={change.before[field]}
              after={change.after[field]}
              {...(field === 'about' ? { headings } : {})}
            />
          ))}
        </>
      )
    case 'change-commitment':
      return <Compared visit={visit} {...change} names={names} headings={headings} />
    case 'add-commitment':
      return (
        <ins class="whole stack">
          <strong>{t('revisions.difference.whole-added')}</strong>
          <Whole
            visit={visit}
            words={change.after}
            names={names}
            goal={names.goals.get(change.after.goal_id)}
          />
        </ins>
      )
    case 'remove-commitment':
      return (
        <del class="whole stack">
          <strong>{t('revisions.difference.whole-removed')}</strong>
          <Whole visit={visit} words={change.before} names={names} />
        </del>
      )
    case 'focus-areas': {
      const titles = (areas: readonly { title: Texts }[]): string =>
        areas.map((area) => inLanguage(area.title, visit.language)).join(', ')
      return (
        <LineDifference
          visit={visit}
          label={t('revisions.change.areas')}
          before={titles(change.before.areas)}
          after={titles(change.after.areas)}
        />
      )
    }
  }
}

interface ComparedProps {
  visit: Visit
  before: CommitmentWords
  after: CommitmentWords
  names: Names
  headings: HeadingLevel
}

/** Only what differs between two wordings of a commitment. */
export function Compared({ visit, before, after, names, headings }: ComparedProps) {
  const { t, language } = visit
  return (
    <>
      {(['title', 'what', 'measure'] as const).map((field) => (
        <TextDifference
          visit={visit}
          label={t(`revisions.commitment.${field}`)}
          before={before[field]}
          after={after[field]}
          {...(field === 'what' ? { headings } : {})}
        />
      ))}
      <LineDifference
        visit={visit}
        label={t('plan.fact.due')}
        before={dateInWords(language, before.due_on)}
        after={dateInWords(language, after.due_on)}
      />
      <LineDifference
        visit={visit}
        label={t('plan.fact.owners')}
        before={ownersInWords(visit, before.owners, names)}
        after={ownersInWords(visit, after.owners, names)}
      />
    </>
  )
}

interface WholeProps {
  visit: Visit
  words: CommitmentWords
  names: Names
  goal?: { number: number; title: Texts } | undefined
}

/** All that a commitment says, where all of it comes or goes. */
export function Whole({ visit, words, names, goal }: WholeProps) {
  const { t, language } = visit
  return (
    <>
      <LongText of={words.what} t={t} />
      <Facts
        rows={[
          [t('plan.fact.owners'), <p class="capitalized">{ownersInWords(visit, words.owners, names)}</p>],
          [t('plan.fact.due'), dateInWords(language, words.due_on)],
          [t('plan.fact.measure'), <Text of={words.measure} t={t} />],
          [
            t('plan.fact.goal'),
            goal && (
              <>
                {goal.number}. <Text of={goal.title} t={t} />
              </>
            ),
          ],
        ]}
      />
    </>
  )
}

export const ownersInWords = (visit: Visit, owners: readonly Owner[], names: Names): string =>
  owners
    .map((owner) => names.owners.get('party' in owner ? owner.party : owner.organisation) ?? {})
    .map((name) => inLanguage(name, visit.language))
    .join(', ')
