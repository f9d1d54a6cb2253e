import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  filledAt,
  Form,
  mistakeAt,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Card, Empty } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { networkTrail } from './join.page.tsx'
import type { Organisation } from './organisations.sql.ts'
import type { organisationsActedFor } from './posts.sql.ts'

export type OwnProps = Answered & { visit: Visit; organisation: Organisation }

export const toOrganisation = ({ visit, organisation }: OwnProps) => ({
  href: visit.to(`/network/organisations/${organisation.slug}`),
  label: inLanguage(organisation.name, visit.language),
})

/** The page behind the link of an invitation. */
export function InvitedPage({
  visit,
  organisation,
  kind,
}: Pick<OwnProps, 'visit' | 'organisation'> & { kind: string }) {
  const { t, language } = visit
  const name = inLanguage(organisation.name, language)
  return (
    <Page
      visit={visit}
      title={t('organisations.invited.title', { name })}
      lead={t('organisations.invited.lead', { post: t(`organisations.post.${kind}`) })}
      trail={networkTrail(visit)}
    >
      <Form>
        <SubmitButton name="answer" value="yes">
          {t('organisations.invited.yes')}
        </SubmitButton>
        <SubmitButton name="answer" value="no" variant="secondary">
          {t('organisations.invited.no')}
        </SubmitButton>
      </Form>
    </Page>
  )
}

export function DeclinedPage({ visit }: { visit: Visit }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('organisations.invited.declined')} trail={networkTrail(visit)}>
      <p>{t('organisations.invited.declined-lead')}</p>
    </Page>
  )
}

/** The organisations that whoever has signed in acts for. */
export function OwnOrganisationsPage({
  visit,
  list,
}: {
  visit: Visit
  list: Awaited<ReturnType<typeof organisationsActedFor>>
}) {
  const { t, to, language } = visit
  return (
    <Page visit={visit} title={t('organisations.mine.title')} trail={networkTrail(visit)}>
      {list.length === 0 && (
        <Empty>
          <p>{t('organisations.mine.none')}</p>
        </Empty>
      )}
      <div class="grid">
        {list.map(({ slug, name, post, until_day }) => (
          <Card href={to(`/network/organisations/${slug}`)} title={<Text of={name} t={t} />} level={2}>
            <p>{t(`organisations.post.${post}`)}</p>
            {until_day && (
              <p class="small quiet">
                {t('organisations.mine.until', { day: dateInWords(language, until_day) })}
              </p>
            )}
          </Card>
        ))}
      </div>
    </Page>
  )
}

/** Says that an organisation is dissolved. */
export function EndPage(props: OwnProps) {
  const { visit, ...answered } = props
  const { t } = visit
  const problems = problemsOf(t, answered)
  return (
    <Page
      visit={visit}
      title={t('organisations.ended.title')}
      lead={t('organisations.ended.lead')}
      trail={[...networkTrail(visit), toOrganisation(props)]}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Form>
        <TextField
          t={t}
          name="ended_on"
          type="date"
          required
          label={t('organisations.ended.day')}
          value={filledAt(answered, 'ended_on')}
          mistake={mistakeAt(t, answered, 'ended_on')}
        />
        <TextsField
          t={t}
          name="end_reason"
          rows={2}
          label={t('organisations.ended.reason')}
          value={textsAt(answered, 'end_reason')}
          mistakes={mistakesInWords(t, answered)}
        />
        <SubmitButton danger>{t('organisations.ended.button')}</SubmitButton>
      </Form>
    </Page>
  )
}
