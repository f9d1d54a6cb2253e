import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { languages } from '#platform/language.ts'
import { Form, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import { TextDifference } from '../revisions/difference.page.tsx'
import { changedClauses } from './changed-clauses.rules.ts'
import type { Clause } from './tables.ts'
import type { Version } from './versions.sql.ts'

interface Props {
  visit: Visit
  before: Version
  after: Version
  /** All that were in force before it, the latest first. */
  earlier: readonly Version[]
}

/** What came into the agreement with a version and what went, word by word. */
export function VersionDifferencePage(props: Props) {
  const { visit, before, after } = props
  const { t, language } = visit
  const { number } = after
  const title = t('agreement.difference.title', { before: before.number, after: number })
  const from = (version: Version): string => dateInWords(language, version.in_force_on ?? '')
  return (
    <Page
      visit={visit}
      title={title}
      lead={t('agreement.difference.lead', { before: from(before), after: from(after) })}
      trail={[
        { href: visit.to('/plan'), label: t('plan.title') },
        { href: visit.to('/plan/agreement'), label: t('agreement.title') },
        {
          href: visit.to(`/plan/agreement/versions/${number}`),
          label: t('agreement.version.title', { number }),
        },
      ]}
    >
      <Beside {...props} />
      <section class="stack" aria-label={title}>
        {isSame(before, after) && <Empty>{t('agreement.difference.none')}</Empty>}
        {(['title', 'vision', 'about'] as const).map((field) => (
          <TextDifference
            visit={visit}
            label={t(field === 'title' ? 'agreement.difference.heading' : `agreement.difference.${field}`)}
            before={before[field]}
            after={after[field]}
            {...(field === 'title' ? {} : { headings: 2 })}
          />
        ))}
        {(['principles', 'conduct'] as const).map((list) => (
          <ClauseDifferences
            visit={visit}
            title={t(list === 'conduct' ? 'agreement.conduct' : 'plan.principles')}
            before={before[list]}
            after={after[list]}
          />
        ))}
      </section>
    </Page>
  )
}

const isSame = (before: Version, after: Version): boolean =>
  (['title', 'vision', 'about'] as const).every((field) =>
    languages.every((language) => before[field][language] === after[field][language]),
  ) &&
  (['principles', 'conduct'] as const).every((list) => changedClauses(before[list], after[list]).length === 0)

/** Which of the earlier ones it is read beside, where there are several. */
function Beside({ visit: { t }, before, earlier }: Props) {
  if (earlier.length < 2) return null
  const options = earlier.map(({ number }) => ({
    value: String(number),
    label: t('agreement.version.title', { number }),
  }))
  return (
    <Form method="get">
      <Select
        {...{ t, name: 'from', label: t('agreement.difference.beside'), required: false, options }}
        value={String(before.number)}
      />
      <SubmitButton variant="secondary">{t('agreement.difference.show')}</SubmitButton>
    </Form>
  )
}

interface ClausesProps {
  visit: Visit
  title: string
  before: readonly Clause[]
  after: readonly Clause[]
}

function ClauseDifferences({ visit, title, before, after }: ClausesProps) {
  const { t } = visit
  const changed = changedClauses(before, after)
  if (changed.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      {changed.map((one) => (
        <div class="stack-tight">
          <h3>
            <Text of={one.name} t={t} />
          </h3>
          {(['name', 'about'] as const).map((field) => (
            <TextDifference
              visit={visit}
              label={t(`agreement.difference.clause-${field}`)}
              before={one.before[field]}
              after={one.after[field]}
            />
          ))}
        </div>
      ))}
    </>
  )
}
