import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
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
import { DataTable, Facts } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Organisation } from './organisations.sql.ts'

interface Props extends Answered {
  visit: Visit
  from: Organisation
  /** Null until the name of the other was found. */
  into: Organisation | null
  moved: Readonly<Record<string, number>>
}

/** Doubles become one: first what would move, then the button. */
export function MergePage(props: Props) {
  const { visit, from, into, moved } = props
  const { t, to, language } = visit
  const problems = problemsOf(t, props)
  const count = Object.values(moved).reduce((sum, one) => sum + one, 0)
  return (
    <Page
      visit={visit}
      title={t('organisations.merge.title', { name: inLanguage(from.name, language) })}
      lead={t('organisations.merge.lead')}
      trail={[{ href: to('/office/network'), label: t('network.office') }]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form method="get">
        <TextField
          t={t}
          name="into"
          required
          label={t('organisations.merge.into')}
          hint={t('organisations.merge.into-hint')}
          value={filledAt(props, 'into') ?? (into ? inLanguage(into.name, language) : undefined)}
          mistake={mistakeAt(t, props, 'into')}
        />
        <SubmitButton variant="secondary">{t('organisations.merge.preview')}</SubmitButton>
      </Form>
      {into && (
        <>
          <Facts
            rows={[
              [t('organisations.merge.goes'), <Text of={from.name} t={t} />],
              [t('organisations.merge.stays'), <Text of={into.name} t={t} />],
            ]}
          />
          <p>{t('organisations.merge.count', { count })}</p>
          {count > 0 && (
            <DataTable
              caption={t('organisations.merge.moves')}
              head={[t('organisations.merge.where'), t('organisations.merge.rows')]}
              rows={Object.entries(moved).map(([table, rows]) => [
                t(`organisations.merge.thing.${table}`),
                String(rows),
              ])}
            />
          )}
          <Form>
            <input type="hidden" name="into" value={into.id} />
            <SubmitButton danger>{t('organisations.merge.button')}</SubmitButton>
          </Form>
        </>
      )}
    </Page>
  )
}
