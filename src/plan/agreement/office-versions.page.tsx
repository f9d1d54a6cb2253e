import { dateInWords } from '#platform/dates.ts'
import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { type Asked, JointDecisionPart } from '#people/index.ts'
import { controlProps, Field } from '#platform/ui/field.tsx'
import {
  filledAt,
  Form,
  mistakeAt,
  Problems,
  problemsOf,
  SubmitButton,
  TextField,
} from '#platform/ui/form.tsx'
import { Actions, LinkButton, Notice, Tag } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { VersionInside, type WholeVersion } from './versions.page.tsx'
import type { Version } from './versions.sql.ts'

interface ListProps {
  visit: Visit
  all: readonly Version[]
}

/** Every version as the office sees them, and the way to the signatories. */
export function OfficeAgreementPage({ visit, all }: ListProps) {
  const { t, language } = visit
  const hasDraft = all.some(({ in_force_on }) => in_force_on === null)
  return (
    <Page
      visit={visit}
      title={t('agreement.office.title')}
      lead={t('agreement.office.lead')}
      trail={[{ href: visit.to('/office'), label: t('office.title') }]}
    >
      <ul class="lined-list">
        {all.map(({ number, in_force_on }) => (
          <li class="row spread">
            <a href={visit.to(`/office/agreement/versions/${number}`)}>
              {t('agreement.version.title', { number })}
            </a>
            {in_force_on ? (
              <Tag kind="good">
                {t('agreement.version.from', { date: dateInWords(language, in_force_on) })}
              </Tag>
            ) : (
              <Tag>{t('agreement.version.draft')}</Tag>
            )}
          </li>
        ))}
      </ul>
      {!hasDraft && (
        <Form>
          <SubmitButton>{t('agreement.office.draft')}</SubmitButton>
        </Form>
      )}
      <Actions>
        <LinkButton variant="secondary" href={visit.to('/office/agreement/signatories')}>
          {t('agreement.signatories.office')}
        </LinkButton>
        <LinkButton variant="secondary" href={visit.to('/office/parties')}>
          {t('people.parties.title')}
        </LinkButton>
        <LinkButton variant="secondary" href={visit.to('/office/goals')}>
          {t('plan.goals.office')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

interface OfficeVersionProps extends Answered {
  visit: Visit
  whole: WholeVersion
  asked: Asked | null
  /** For the next decision that is written down. */
  id: string
}

/** A version in the office: read, put to the parties, answered, and given its papers. */
export function OfficeVersionPage(props: OfficeVersionProps) {
  const { visit, whole, asked } = props
  const { t } = visit
  const { version } = whole
  const problems = problemsOf(t, props)
  const isOpen = asked?.decision.state === 'open'
  const isCoordinator = Boolean(visit.member?.party)
  const address = `/office/agreement/versions/${version.number}`
  return (
    <Page
      visit={visit}
      title={t('agreement.version.title', { number: version.number })}
      wrong={problems.length > 0}
      trail={[
        { href: visit.to('/office'), label: t('office.title') },
        ...(isCoordinator
          ? [{ href: visit.to('/office/agreement'), label: t('agreement.office.title') }]
          : []),
      ]}
    >
      <Problems visit={visit} list={problems} />
      {version.in_force_on !== null && <Notice>{t('agreement.version.stays')}</Notice>}
      {asked && <JointDecisionPart {...props} asked={asked} />}
      {version.in_force_on === null && !isOpen && isCoordinator && (
        <>
          <Actions>
            <LinkButton variant="secondary" href={visit.to(`${address}/edit`)}>
              {t('agreement.version.edit')}
            </LinkButton>
          </Actions>
          <Form>
            <input type="hidden" name="seen" value={version.changed_at} />
            <SubmitButton>{t('agreement.version.ask')}</SubmitButton>
          </Form>
        </>
      )}
      <VersionInside visit={visit} whole={whole} />
      {isCoordinator && <PaperFields {...props} address={address} />}
    </Page>
  )
}

function PaperFields(props: OfficeVersionProps & { address: string }) {
  const { visit, id, address } = props
  const { t } = visit
  const field = (name: string, label: string, required = false) => ({
    ...{ t, name, label, required },
    ...{ value: filledAt(props, name), mistake: mistakeAt(t, props, name) },
  })
  const file = { ...field('file', t('agreement.original.file'), true), hint: t('agreement.original.hint') }
  return (
    <>
      <section class="section stack" aria-labelledby="add-decision">
        <h2 id="add-decision">{t('agreement.decision.add')}</h2>
        <Form action={visit.to(`${address}/decisions`)}>
          <input type="hidden" name="id" value={filledAt(props, 'id') ?? id} />
          <TextField
            {...field('body', t('agreement.decision.body'), true)}
            hint={t('agreement.decision.body-hint')}
          />
          <TextField {...field('decided_on', t('agreement.decision.day'), true)} type="date" />
          <TextField {...field('paragraph', t('agreement.decision.paragraph'))} />
          <TextField
            {...field('case_number', t('agreement.decision.case'))}
            hint={t('agreement.decision.case-hint')}
          />
          <TextField {...field('url', t('agreement.decision.url'))} type="url" />
          <SubmitButton variant="secondary">{t('agreement.decision.button')}</SubmitButton>
        </Form>
      </section>
      <section class="section stack" aria-labelledby="add-original">
        <h2 id="add-original">{t('agreement.original.add')}</h2>
        <Form action={visit.to(`${address}/originals`)} files>
          <Field {...file}>
            <input {...controlProps(file)} type="file" accept=".pdf,application/pdf" />
          </Field>
          <SubmitButton variant="secondary">{t('agreement.original.button')}</SubmitButton>
        </Form>
      </section>
    </>
  )
}
