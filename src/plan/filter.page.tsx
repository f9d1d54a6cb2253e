import * as z from 'zod'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Form, Select, SubmitButton } from '#platform/ui/form.tsx'
import type { Standing } from './commitment.rules.ts'
import type { Commitment } from './commitments.sql.ts'
import type { Filter } from './filter.rules.ts'

export const standings: readonly Standing[] = ['done', 'under-way', 'late', 'not-started', 'stopped']

const Query = z.object({
  owner: z.string().min(1).max(200).optional().catch(undefined),
  state: z.enum(['done', 'under-way', 'late', 'not-started', 'stopped']).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
})

/** What an address asks to see; what it asks in vain is left out. */
export const filterIn = (query: Record<string, string>): Filter => Query.parse(query)

interface Props {
  visit: Visit
  commitments: readonly Commitment[]
  filter: Filter
}

/** Finds one's way among many commitments: whose, how they stand, due in which year. */
export function FilterForm({ visit, commitments, filter }: Props) {
  const { t, language } = visit
  const owners = new Map(
    commitments
      .flatMap((one) => one.owners)
      .map((owner) => [owner.party_id ?? owner.organisation_slug ?? '', inLanguage(owner.name, language)]),
  )
  const years = [...new Set(commitments.map((one) => one.due_on.slice(0, 4)))].toSorted()
  const none = t('plan.filter.all')
  return (
    <Form method="get">
      <Select
        {...{ t, name: 'owner', label: t('plan.fact.owners'), none, value: filter.owner, required: false }}
        options={[...owners].map(([value, label]) => ({ value, label }))}
      />
      <Select
        {...{ t, name: 'state', label: t('plan.update.state'), none, value: filter.state, required: false }}
        options={standings.map((value) => ({ value, label: t(`plan.standing.${value}`) }))}
      />
      <Select
        {...{ t, name: 'year', label: t('plan.filter.year'), none, value: filter.year, required: false }}
        options={years.map((value) => ({ value, label: value }))}
      />
      <SubmitButton variant="secondary">{t('plan.filter.show')}</SubmitButton>
    </Form>
  )
}
