import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { officeTrail } from './office-list.page.tsx'
import type { FollowLink } from './tables.ts'

interface Props extends Answered {
  visit: Visit
  links: readonly FollowLink[]
  /** The numbers of the rows in the form. */
  rows: readonly string[]
  saved?: boolean
}

/** Where else Malmöandan can be followed: rows of a name and an address. */
export function FollowLinksPage(props: Props) {
  const { visit, rows, saved = false } = props
  const { t } = visit
  const problems = problemsOf(t, props)
  return (
    <Page
      visit={visit}
      title={t('news.links.title')}
      lead={t('news.links.lead')}
      wrong={problems.length > 0}
      trail={officeTrail(visit)}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          {t('news.links.saved')}
        </Notice>
      )}
      <Form>
        {rows.map((row) => (
          <Row {...props} row={row} />
        ))}
        <SubmitButton>{t('news.links.button')}</SubmitButton>
      </Form>
    </Page>
  )
}

function Row(props: Props & { row: string }) {
  const { visit, links, row } = props
  const { t } = visit
  const stored = props.filled ? undefined : links[Number(row)]
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t('news.links.row', { number: Number(row) + 1 })}</legend>
      <TextField
        t={t}
        name={`name.${row}`}
        label={t('news.links.name')}
        value={filledAt(props, `name.${row}`) ?? stored?.name}
        mistake={mistakeAt(t, props, `name.${row}`)}
      />
      <TextField
        t={t}
        name={`url.${row}`}
        type="url"
        label={t('news.links.url')}
        value={filledAt(props, `url.${row}`) ?? stored?.url}
        mistake={mistakeAt(t, props, `url.${row}`)}
      />
    </fieldset>
  )
}
