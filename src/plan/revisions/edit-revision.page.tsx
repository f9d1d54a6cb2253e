import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import {
  Check,
  filledAt,
  Folded,
  Form,
  mistakesInWords,
  Problems,
  problemsOf,
  SubmitButton,
  TextsField,
  textsAt,
  ticked,
} from '#platform/ui/form.tsx'
import { Actions, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Page } from '#platform/ui/page.tsx'
import { ChangeCard, type Names } from './change.page.tsx'
import type { Change } from './change.ts'
import { LastDayField } from './propose-fields.page.tsx'
import type { Shown } from './revision.page.tsx'
import { revisionTitle } from './revision-title.ts'

interface Props extends Answered, Shown {
  visit: Visit
  saved?: boolean
}

/** Words a proposal anew, proposes a draft, or takes it back. */
export function EditRevisionPage(props: Props) {
  const { visit, revision, changes, saved } = props
  const { t, to } = visit
  const problems = problemsOf(t, props)
  const title = revisionTitle(t, revision, changes)
  const isOpen = revision.state === 'draft' || revision.state === 'proposed'
  return (
    <Page
      visit={visit}
      title={t('revisions.edit.title', { number: revision.number, title })}
      wrong={problems.length > 0}
      trail={[
        { href: to('/office/revisions'), label: t('revisions.office.title') },
        { href: to(`/plan/revisions/${revision.number}`), label: title },
      ]}
    >
      <Problems visit={visit} list={problems} />
      {saved && (
        <Notice kind="good" live>
          {t('revisions.edit.saved')}
        </Notice>
      )}
      {isOpen ? (
        <>
          {revision.state === 'proposed' && <Notice>{t('revisions.edit.answers-lost')}</Notice>}
          <EditForm {...props} />
          {revision.kind === 'change' && (
            <section class="stack" aria-labelledby="more">
              <h2 id="more">{t('revisions.add.heading')}</h2>
              <p>{t('revisions.add.says')}</p>
              <Actions>
                <LinkButton variant="secondary" href={to(`/office/revisions/${revision.number}/add`)}>
                  {t('revisions.add.link')}
                </LinkButton>
              </Actions>
            </section>
          )}
          <Withdraw {...props} />
        </>
      ) : (
        problems.length === 0 && <Notice>{t('revisions.refusal.has-ended')}</Notice>
      )}
    </Page>
  )
}

const seenIn = (props: Props): string =>
  (props.refusal ? undefined : filledAt(props, 'seen')) ?? String(props.revision.version)

function EditForm(props: Props) {
  const { visit, revision, changes, names } = props
  const { t } = visit
  const kept = props.filled ? ticked(props, 'keep') : changes.map((change) => String(change.position))
  const isDraft = revision.state === 'draft'
  return (
    <Form action={visit.to(`/office/revisions/${revision.number}`)}>
      <input type="hidden" name="seen" value={seenIn(props)} />
      <TextsField
        t={t}
        name="title"
        label={t('revisions.edit.name')}
        hint={t('revisions.edit.name-hint')}
        value={textsAt(props, 'title', revision.title)}
        mistakes={mistakesInWords(t, props)}
        required={false}
      />
      <TextsField
        t={t}
        name="reason"
        label={t('revisions.fact.reason')}
        hint={t('revisions.propose.reason-hint')}
        value={textsAt(props, 'reason', revision.reason)}
        mistakes={mistakesInWords(t, props)}
        rows={3}
      />
      <LastDayField {...props} value={revision.decide_by} />
      {changes.map((change) => (
        <div class="stack-tight">
          <ChangeCard visit={visit} change={change} names={names} level={2} />
          <WriteAnew {...props} change={change} />
          <Check
            t={t}
            name="keep"
            value={String(change.position)}
            label={t('revisions.edit.keep', { position: change.position })}
            checked={kept.includes(String(change.position))}
          />
        </div>
      ))}
      {isDraft ? (
        <div class="row">
          <SubmitButton name="do" value="propose">
            {t('revisions.propose.button')}
          </SubmitButton>
          <SubmitButton variant="secondary" name="do" value="save">
            {t('revisions.edit.save-draft')}
          </SubmitButton>
        </div>
      ) : (
        <SubmitButton>{t('revisions.edit.save')}</SubmitButton>
      )}
    </Form>
  )
}

/** The form on which this point was written, as it is so far. */
function WriteAnew({ visit, revision, change, names }: Props & { change: Change }) {
  const { number, plan_slug, kind } = revision
  const path = kind === 'change' && pathOf(change, plan_slug, names)
  if (!path) return null
  return (
    <p>
      <a href={visit.to(`${path}${path.includes('?') ? '&' : '?'}into=${number}`)}>
        {visit.t('revisions.edit.point', { position: change.position })}
      </a>
    </p>
  )
}

function pathOf(change: Change, planSlug: string, names: Names): string | null {
  switch (change.kind) {
    case 'plan-words':
      return `/office/plans/${planSlug}`
    case 'add-commitment':
      return `/office/commitments/new?commitment=${change.commitment_id}`
    case 'change-commitment':
      return `/office/commitments/${names.commitments.get(change.commitment_id)}/change`
    case 'remove-commitment':
    case 'focus-areas':
      return null
  }
}

function Withdraw(props: Props) {
  const { visit, revision } = props
  const { t } = visit
  return (
    <Folded summary={t('revisions.withdraw.summary')}>
      <Form action={visit.to(`/office/revisions/${revision.number}/withdraw`)}>
        <input type="hidden" name="seen" value={seenIn(props)} />
        <p>{t('revisions.withdraw.says')}</p>
        <TextsField
          t={t}
          name="why"
          label={t('revisions.withdraw.why')}
          value={textsAt(props, 'why')}
          mistakes={mistakesInWords(t, props)}
          rows={2}
          required={false}
        />
        <SubmitButton variant="secondary" danger>
          {t('revisions.withdraw.button')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}
