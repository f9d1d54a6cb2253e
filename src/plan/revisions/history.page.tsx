import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Actions, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Compared } from './change.page.tsx'
import type { CommitmentHistory, Version } from './history.sql.ts'
import { RevisionList } from './revisions.page.tsx'

interface Props {
  visit: Visit
  history: CommitmentHistory
}

/** Since when it stands in the plan as it does, and by which revision. */
export function InForceSince({ visit, history }: Props) {
  const version = history.versions.at(-1)
  if (!version) return null
  return <Since visit={visit} version={version} />
}

function Since({ visit, version }: { visit: Visit; version: Version }) {
  const { t } = visit
  return (
    <>
      {dateInWords(visit.language, version.fromDay)}
      {version.revision !== null && (
        <>
          {' ('}
          <a href={visit.to(`/plan/revisions/${version.revision}`)}>
            {t('revisions.history.by', { number: version.revision })}
          </a>
          {')'}
        </>
      )}
    </>
  )
}

/** That a commitment is out of the plan, since when and why. */
export function TakenOut({ visit, history }: Props) {
  const { t } = visit
  const version = history.versions.at(-1)
  if (!version?.isRemoved) return null
  return (
    <Notice title={t('revisions.history.out', { date: dateInWords(visit.language, version.fromDay) })}>
      <p>
        {t('revisions.history.out-says')}{' '}
        {version.revision !== null && (
          <a href={visit.to(`/plan/revisions/${version.revision}`)}>
            {t('revisions.history.read', { number: version.revision })}
          </a>
        )}
      </p>
    </Notice>
  )
}

/** What is proposed about it now, what it has been before, and where a party proposes something else. */
export function CommitmentChanges({ visit, history, number }: Props & { number: number }) {
  const { t, to } = visit
  const { versions, open, changes } = history
  const isOut = versions.at(-1)?.isRemoved ?? false
  const mayPropose = Boolean(visit.member?.party) && !isOut
  if (open.length === 0 && versions.length < 2 && !mayPropose) return null
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{t('revisions.history')}</h2>
      {open.length > 0 && (
        <>
          <p>{t('revisions.history.proposed')}</p>
          <RevisionList visit={visit} revisions={open} changes={changes} />
        </>
      )}
      {versions.length > 1 && (
        <Folded summary={t('revisions.history.versions', { count: versions.length })}>
          <Versions visit={visit} history={history} />
        </Folded>
      )}
      {mayPropose && (
        <Actions>
          <LinkButton variant="secondary" href={to(`/office/commitments/${number}/change`)}>
            {t('revisions.commitment-form.link-change')}
          </LinkButton>
          <LinkButton variant="tertiary" href={to(`/office/commitments/${number}/owners`)}>
            {t('revisions.commitment-form.link-owners')}
          </LinkButton>
          <LinkButton variant="tertiary" href={to(`/office/commitments/${number}/remove`)}>
            {t('revisions.commitment-form.link-remove')}
          </LinkButton>
        </Actions>
      )}
    </section>
  )
}

/** Each version beside the one before it, the latest first. */
function Versions({ visit, history: { versions, names } }: Props) {
  const { t } = visit
  return (
    <ol class="lined-list" reversed>
      {versions
        .map((version, index) => ({ version, before: versions[index - 1] }))
        .toReversed()
        .map(({ version, before }) => (
          <li class="stack-tight">
            <p>
              <strong>
                <Since visit={visit} version={version} />
              </strong>
            </p>
            {!before && <p>{t('revisions.history.first')}</p>}
            {version.isRemoved && <p>{t('revisions.history.removed')}</p>}
            {before && !version.isRemoved && (
              <Compared
                visit={visit}
                before={before.words}
                after={version.words}
                names={names}
                headings={3}
              />
            )}
          </li>
        ))}
    </ol>
  )
}
