import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  LongTextField,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { ProgrammeEvent } from '../events.sql.ts'
import { tableLabelMax } from './tables.rules.ts'
import type { TableLine } from './tables.sql.ts'

interface Props extends Answered {
  visit: Visit
  event: ProgrammeEvent
  lines: readonly TableLine[]
  /** Pasted lines that were not understood. */
  unclear?: readonly string[]
}

/** Who sits at which table: written by hand, or pasted from a spreadsheet. */
export function TablesPage({ visit, event, lines, unclear = [], ...answered }: Props) {
  const { t } = visit
  const title = inLanguage(event.title, t.language)
  const problems = problemsOf(t, answered)
  const base = visit.to(`/office/events/${event.id}`)
  return (
    <Page
      visit={visit}
      title={t('tables.title', { title })}
      heading={t('tables.heading')}
      lead={t('tables.lead')}
      wrong={problems.length > 0 || unclear.length > 0}
      trail={[
        { href: base, label: title },
        { href: `${base}/door`, label: t('door.heading') },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {unclear.length > 0 && (
        <Notice kind="late" title={t('tables.unclear', { count: unclear.length })}>
          <ul>
            {unclear.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lines.length === 0 ? <Empty>{t('tables.nobody')}</Empty> : <Numbers visit={visit} lines={lines} />}
      <h2>{t('tables.paste')}</h2>
      <Form>
        <LongTextField
          t={t}
          name="pasted"
          rows={6}
          label={t('tables.pasted')}
          hint={t('tables.pasted-hint')}
          value={unclear.length > 0 ? unclear.join('\n') : filledAt(answered, 'pasted')}
          mistake={mistakeAt(t, answered, 'pasted')}
        />
        <SubmitButton variant="secondary" name="do" value="paste">
          {t('tables.paste-button')}
        </SubmitButton>
      </Form>
    </Page>
  )
}

function Numbers({ visit, lines }: Pick<Props, 'visit' | 'lines'>) {
  const { t } = visit
  return (
    <form class="form print" method="post">
      <table class="table table-numbers">
        <caption class="unseen">{t('tables.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('door.column.name')}</th>
            <th scope="col">{t('tables.table')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                {line.named === 1 ? line.name : t('door.comes-with', { name: line.name })}
                <br />
                <span class="small quiet">{aboutOf(visit, line)}</span>
              </th>
              <td>
                <input
                  class="ds-input"
                  name={`table-${line.id}`}
                  value={line.label ?? ''}
                  maxlength={tableLabelMax}
                  autocomplete="off"
                  aria-label={t('tables.table-of', { name: line.name })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SubmitButton name="do" value="save">
        {t('tables.save')}
      </SubmitButton>
    </form>
  )
}

function aboutOf({ t }: Visit, { organisation, organisation_name, capacity }: TableLine): string {
  const name = organisation ? inLanguage(organisation, t.language) : organisation_name
  return [name, t(`door.capacity.${capacity}`)].filter(Boolean).join(' · ')
}
