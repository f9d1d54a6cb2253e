import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import { Choice, filledAt, Form, mistakeAt, Problems, problemsOf, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { DataTable } from '#platform/ui/parts.tsx'
import { columnSaid } from './columns.ts'
import { keepDays } from './forget-lists.ts'
import type { latestImports } from './imports.sql.ts'
import { type FileProblem, linesMax } from './read-list.ts'
import type { ListKind } from './tables.ts'
import { StateTag } from './state.page.tsx'

interface Props extends Answered {
  visit: Visit
  latest: Awaited<ReturnType<typeof latestImports>>
  /** Made when the form is shown, so that a form that is sent twice is one list. */
  id: string
  unreadable?: FileProblem | undefined
}

export const officeTrail = ({ t, to }: Visit) => ({ href: to('/office/network'), label: t('network.office') })

export const listKinds: readonly ListKind[] = ['organisations', 'contacts']

/** Lists into the directory and out of it. */
export function ListsPage(props: Props) {
  const { visit, latest, unreadable } = props
  const { t, to } = visit
  const problems = [
    ...problemsOf(t, props),
    ...(unreadable
      ? [{ text: fileProblemSaid(visit, props.filled?.['kind'], unreadable), field: 'file' }]
      : []),
  ]
  return (
    <Page
      visit={visit}
      title={t('lists.title')}
      lead={t('lists.lead')}
      wrong={problems.length > 0}
      trail={[officeTrail(visit)]}
    >
      <Problems visit={visit} list={problems} />
      <section class="section stack" aria-labelledby="send">
        <h2 id="send">{t('lists.send.title')}</h2>
        <SendForm {...props} />
      </section>
      <section class="section stack" aria-labelledby="download">
        <h2 id="download">{t('lists.download.title')}</h2>
        <p>{t('lists.download.lead')}</p>
        <ul>
          {listKinds.map((kind) => (
            <li>
              <a href={to(`/office/lists/${kind}.csv`)}>{t(`lists.download.${kind}`)}</a>
            </li>
          ))}
        </ul>
      </section>
      {latest.length > 0 && <Latest visit={visit} latest={latest} />}
    </Page>
  )
}

function fileProblemSaid({ t }: Visit, kind: unknown, file: FileProblem): string {
  const of: ListKind = kind === 'contacts' ? 'contacts' : 'organisations'
  return t(`lists.file.${file.problem}`, {
    line: 'line' in file ? file.line : 0,
    max: linesMax,
    column: 'column' in file ? columnSaid(t, of, file.column) : '',
  })
}

function SendForm({ visit, id, ...answered }: Props) {
  const { t, to } = visit
  const file = {
    ...{ t, name: 'file', label: t('lists.send.file'), hint: t('lists.send.file-hint'), required: true },
    mistake: mistakeAt(t, answered, 'file'),
  }
  return (
    <>
      <p>{t('lists.send.how')}</p>
      <ul>
        {listKinds.map((kind) => (
          <li>
            <a href={to(`/office/lists/${kind}/template.csv`)}>{t(`lists.template.${kind}`)}</a>
          </li>
        ))}
      </ul>
      <Form files>
        <input type="hidden" name="id" value={filledAt(answered, 'id') ?? id} />
        <Choice
          {...{ t, name: 'kind', label: t('lists.send.kind'), required: true }}
          value={filledAt(answered, 'kind') ?? 'organisations'}
          mistake={mistakeAt(t, answered, 'kind')}
          options={listKinds.map((value) => ({
            ...{ value, label: t(`lists.kind.${value}`) },
            hint: t(`lists.kind-hint.${value}`, { days: keepDays.contacts, waiting: keepDays.waiting }),
          }))}
        />
        <Field {...file}>
          <input {...controlProps(file)} type="file" accept=".csv,.txt,text/csv,text/plain" />
        </Field>
        <SubmitButton>{t('lists.send.button')}</SubmitButton>
      </Form>
    </>
  )
}

function Latest({ visit, latest }: Pick<Props, 'visit' | 'latest'>) {
  const { t, to, language } = visit
  return (
    <DataTable
      caption={t('lists.latest')}
      onPhone="labels"
      head={[t('lists.head.file'), t('lists.head.kind'), t('lists.head.sent'), t('lists.head.state')]}
      rows={latest.map(({ id, file_name, kind, sent_at, sender, state }) => [
        <a href={to(`/office/lists/${id}`)}>{file_name}</a>,
        t(`lists.kind.${kind}`),
        t('lists.sent-by', { day: dateInWords(language, localDate(sent_at)), who: sender }),
        <StateTag visit={visit} state={state} />,
      ])}
    />
  )
}
