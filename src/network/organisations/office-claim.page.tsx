import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import type { PreparedChoice } from '#platform/prepared-texts.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Facts, Link } from '#platform/ui/parts.tsx'
import type { Claim } from './applications.sql.ts'
import { AnswerForm, queueTrail } from './queue.page.tsx'

interface ClaimProps extends Answered {
  visit: Visit
  claim: Claim
  prepared: PreparedChoice
}

export function OfficeClaimPage({ visit, claim, prepared, ...answered }: ClaimProps) {
  const { t, to, language } = visit
  const problems = problemsOf(t, answered)
  const { slug, name, email, kind, why, website, contact_email, state } = claim
  return (
    <Page
      visit={visit}
      title={t('organisations.office.claim-title', { name: inLanguage(claim.organisation, language) })}
      lead={t(`organisations.own-claim.office-${state}`)}
      trail={queueTrail(visit)}
      wrong={problems.length > 0}
    >
      <Problems visit={visit} list={problems} />
      <Facts
        rows={[
          [t('organisations.office.asked-by'), name && `${name}, ${email}`],
          [t('organisations.people.post'), t(`organisations.post.${kind}`)],
          [t('organisations.claim.why'), why],
          [t('network.fact.website'), website && <Link href={website} />],
          [t('network.fact.contact'), contact_email],
          [t('organisations.office.said'), claim.reason],
        ]}
      />
      <p>
        <a href={to(`/network/organisations/${slug}`)}>{t('organisations.office.see-entry')}</a>
      </p>
      {state === 'waiting' && (
        <AnswerForm
          {...{ visit, answered, prepared }}
          answers={['accept', 'turn-down']}
          of={claim}
          path={`/office/network/claims/${claim.id}`}
        />
      )}
    </Page>
  )
}
