import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Form, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { ApplicationRow } from './applications.sql.ts'
import { becauseInWords } from './because-words.ts'
import { lineOf } from './course.rules.ts'
import type { CourseRow } from './courses.sql.ts'
import { titleOf } from './course-words.ts'
import { HowChosen } from './course-parts.page.tsx'
import { Mix } from './mix.page.tsx'
import { sharesOf } from './mix.rules.ts'
import { ByHandForm, Changes } from './pick-form.page.tsx'
import type { Selection } from './propose.ts'
import type { Chosen, Left, Proposal } from './selection.rules.ts'

export interface SelectionProps extends Answered {
  visit: Visit
  course: CourseRow
  selection: Selection
  /** Names of organizations in the directory, by id. */
  organisations: ReadonlyMap<string, Texts>
  /** Whether the call is still open: then it is only a look ahead. */
  isOpen: boolean
}

/** Who applied, the group that the rule proposes and why, what was changed by hand, and the button that decides it. */
export function SelectionPage(props: SelectionProps) {
  const { visit, course, selection, isOpen } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  const { proposal, applications } = selection
  return (
    <Page
      visit={visit}
      title={t('co-creating-change.selection.title')}
      lead={t('co-creating-change.selection.lead', { count: applications.length, places: course.places })}
      trail={[
        {
          href: visit.to(`/office/series/co-creating-change/courses/${course.id}`),
          label: titleOf(t, course),
        },
      ]}
      wrong={problems.length > 0}
      wide
    >
      <Problems visit={visit} list={problems} />
      {isOpen && <Notice>{t('co-creating-change.selection.still-open')}</Notice>}
      <Short {...props} />
      <details class="folded ds-details">
        <summary>{t('co-creating-change.how.title')}</summary>
        <div class="folded-body">
          <HowChosen t={t} course={course} />
          <p class="small">{t('co-creating-change.selection.seed', { seed: course.seed })}</p>
        </div>
      </details>
      <h2>{t('co-creating-change.selection.mix')}</h2>
      <Mixes {...props} />
      <h2>{t('co-creating-change.selection.group', { count: proposal.chosen.length })}</h2>
      <People {...props} list={proposal.chosen} />
      <h2>{t('co-creating-change.selection.substitutes', { count: proposal.substitutes.length })}</h2>
      <People {...props} list={proposal.substitutes} />
      <h2>{t('co-creating-change.selection.left', { count: proposal.left.length })}</h2>
      <People {...props} list={proposal.left} />
      <Changes t={t} picks={selection.picks} />
      {!isOpen && <ByHandForm t={t} selection={selection} answered={props} />}
      {!isOpen && (
        <Form>
          <h2>{t('co-creating-change.selection.decide-title')}</h2>
          <p>{t('co-creating-change.selection.decide-lead', { days: course.answer_days })}</p>
          <input type="hidden" name="seen" value={selection.seen} />
          <SubmitButton name="do" value="decide">
            {t('co-creating-change.selection.decide')}
          </SubmitButton>
        </Form>
      )}
    </Page>
  )
}

/** With too few from one side the page says so, and whose places were filled with whom. */
function Short({ visit: { t }, selection: { proposal } }: SelectionProps) {
  if (proposal.short.length === 0 && proposal.empty === 0) return null
  return (
    <Notice kind="late">
      {proposal.short.map(({ line, missing }) => (
        <p>
          {t('co-creating-change.selection.short', { line: t(`co-creating-change.whose.${line}`), missing })}
        </p>
      ))}
      {proposal.empty > 0 && <p>{t('co-creating-change.selection.empty', { count: proposal.empty })}</p>}
    </Notice>
  )
}

/** Everybody, the rule's own group, and the group as it stands: what a change by hand does to the mix is seen at once. */
function Mixes({ visit: { t }, selection }: SelectionProps) {
  const everybody = selection.applications.map((row) => ({ ...row, line: lineOf(row.capacity) }))
  const column = (label: string, group: Parameters<typeof sharesOf>[0]) => ({
    label: t(`co-creating-change.mix.${label}`),
    shares: (dimension: Parameters<typeof sharesOf>[1]) => sharesOf(group, dimension),
  })
  const groupOf = ({ chosen }: Proposal) => chosen.map(({ applicant }) => applicant)
  const isChanged = selection.hand.in.size + selection.hand.out.size > 0
  return (
    <Mix
      t={t}
      columns={[
        column('everybody', everybody),
        column(isChanged ? 'by-rule' : 'group', groupOf(selection.byRule)),
        ...(isChanged ? [column('by-hand', groupOf(selection.proposal))] : []),
      ]}
    />
  )
}

interface PeopleProps extends SelectionProps {
  list: readonly (Chosen | Left)[]
}

function People({ visit: { t }, selection, organisations, list }: PeopleProps) {
  if (list.length === 0) return <p>{t('co-creating-change.selection.nobody')}</p>
  const rows = new Map(selection.applications.map((row) => [row.id, row]))
  return (
    <ol class="lined-list">
      {list.map(({ applicant, because }) => {
        const row = rows.get(applicant.id)
        return (
          row && (
            <li class="stack-tight">
              <p>
                <strong>{row.name}</strong>
              </p>
              <p class="quiet small">{whoInWords(t, row, organisations)}</p>
              <details class="folded ds-details">
                <summary>{t('co-creating-change.selection.reasons', { name: row.name })}</summary>
                <div class="folded-body">
                  <p>{becauseInWords(t, because)}</p>
                  {row.motivation && <p class="pre-line">{row.motivation}</p>}
                </div>
              </details>
            </li>
          )
        )
      })}
    </ol>
  )
}

function whoInWords(
  t: SelectionProps['visit']['t'],
  row: ApplicationRow,
  organisations: SelectionProps['organisations'],
): string {
  const known = organisations.get(row.organisation_id ?? '')
  const organisation = known ? inLanguage(known, t.language) : row.organisation_name
  return [
    t(`sign-up.capacity.${row.capacity}`),
    organisation,
    t(`co-creating-change.size.${row.size}`),
    t(`co-creating-change.part.${row.part}`),
  ]
    .filter(Boolean)
    .join(' · ')
}
