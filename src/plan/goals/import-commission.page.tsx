import type { Visit } from '#platform/http.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import { Form, Problems, SubmitButton } from '#platform/ui/form.tsx'
import { DataTable, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Text } from '#platform/ui/text.tsx'
import { trailToGoals } from './edit-goal.page.tsx'
import type { Looked } from './import-commission.ts'
import { columns } from './read-commission-file.ts'

interface Props {
  visit: Visit
  /** What was found in the file that was sent; nothing is imported by looking. */
  looked?: Looked
  /** The file's text, to be sent back when it is imported. */
  text?: string
  mistake?: string
  done?: boolean
}

/** Objectives and actions out of a spreadsheet: looked through first, then imported whole or not at all. */
export function ImportCommissionPage({ visit, looked, text, mistake, done }: Props) {
  const { t } = visit
  const problems = problemsIn(visit, looked, mistake)
  const isGood = looked && problems.length === 0
  const file = {
    ...{ t, name: 'file', label: t('goals.import.file'), hint: t('goals.import.hint'), required: true },
    mistake: mistake && t(mistake),
  }
  return (
    <Page
      visit={visit}
      title={t('goals.import.title')}
      lead={t('goals.import.lead')}
      wrong={problems.length > 0}
      trail={trailToGoals(visit)}
    >
      <Problems visit={visit} list={problems} />
      {done && (
        <Notice kind="good" live>
          {t('goals.import.done')} <a href={visit.to('/plan/commission')}>{t('goals.import.see')}</a>
        </Notice>
      )}
      {isGood && <Preview visit={visit} looked={looked} text={text ?? ''} />}
      <section class="section stack" aria-labelledby="file">
        <h2 id="file">{t('goals.import.choose')}</h2>
        <p>{t('goals.import.columns')}</p>
        <p>
          <code>{columns.join(';')}</code>
        </p>
        <p>{t('goals.import.kinds')}</p>
        <Form files>
          <Field {...file}>
            <input {...controlProps(file)} type="file" accept=".csv,text/csv" />
          </Field>
          <SubmitButton variant={isGood ? 'secondary' : 'primary'}>{t('goals.import.look')}</SubmitButton>
        </Form>
      </section>
    </Page>
  )
}

function problemsIn({ t }: Visit, looked: Looked | undefined, mistake: string | undefined) {
  const file = looked?.file
  return [
    ...(mistake ? [{ text: t(mistake), field: 'file' }] : []),
    ...(file
      ? [{ text: t(`goals.import.file.${file.problem}`, { column: 'column' in file ? file.column : '' }) }]
      : []),
    ...(looked && !file && looked.lines.length === 0 ? [{ text: t('goals.import.file.empty') }] : []),
    ...(looked?.problems ?? []).map(({ line, problem, said }) => ({
      text: t('goals.import.line', { line, problem: t(`goals.import.problem.${problem}`, { said }) }),
    })),
  ]
}

function Preview({ visit, looked, text }: { visit: Visit; looked: Looked; text: string }) {
  const { t } = visit
  const caption = t('goals.import.preview', { count: looked.lines.length })
  return (
    <div class="section stack">
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        captionUnseen
        head={['code', 'kind', 'parent', 'title'].map((name) => t(`goals.import.head.${name}`))}
        rows={looked.lines.map(({ code, kind, parent, title }) => [
          code,
          t(`goals.import.kind.${kind}`),
          parent,
          <Text of={title} t={t} />,
        ])}
      />
      <Form>
        <input type="hidden" name="text" value={text} />
        <SubmitButton>{t('goals.import.button')}</SubmitButton>
      </Form>
    </div>
  )
}
