import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Choice, Form, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Actions, LinkButton } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import type { Commitment } from '../commitments.sql.ts'
import { ways } from './change-commitment.ts'
import type { Shown } from './revision.page.tsx'
import { revisionTitle } from './revision-title.ts'

interface Props extends Pick<Shown, 'revision' | 'changes'> {
  visit: Visit
  /** What stands in the plan today. */
  commitments: readonly Commitment[]
}

/** What else a revision is to change: one thing is chosen here, and written on the form for it. */
export function AddChangePage({ visit, revision, changes, commitments }: Props) {
  const { t, to, language } = visit
  const { number, plan_slug } = revision
  return (
    <Page
      visit={visit}
      title={t('revisions.add.title', { number, title: revisionTitle(t, revision, changes) })}
      trail={[
        { href: to('/office/revisions'), label: t('revisions.office.title') },
        { href: to(`/office/revisions/${number}`), label: t('revisions.number', { number }) },
      ]}
    >
      <Actions>
        <LinkButton variant="secondary" href={to(`/office/commitments/new?into=${number}`)}>
          {t('plan.commitment.new')}
        </LinkButton>
        <LinkButton variant="secondary" href={to(`/office/plans/${plan_slug}?into=${number}`)}>
          {t('revisions.office.words')}
        </LinkButton>
      </Actions>
      {commitments.length > 0 && (
        <section class="stack" aria-labelledby="commitment">
          <h2 id="commitment">{t('revisions.add.about-commitment')}</h2>
          <Form method="get">
            <Select
              t={t}
              name="commitment"
              label={t('revisions.add.commitment')}
              options={commitments.map((one) => ({
                value: String(one.number),
                label: `${one.number}. ${inLanguage(one.title, language)}`,
              }))}
            />
            <Choice
              t={t}
              name="way"
              label={t('revisions.add.way')}
              options={ways.map((way) => ({ value: way, label: t(`revisions.add.way-${way}`) }))}
              value="change"
            />
            <SubmitButton>{t('revisions.add.go')}</SubmitButton>
          </Form>
        </section>
      )}
    </Page>
  )
}
