import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { localDate } from '#platform/time.ts'
import { Actions, LinkButton, Notice, Tag } from '#platform/ui/parts.tsx'
import type { Commitment } from './commitments.sql.ts'
import { absenceOn, type Keeper, keepingToday } from './keeping.rules.ts'

interface KeeperProps {
  visit: Visit
  keeper: Keeper
}

/** Beside a name: since when it is not there to keep what it has promised. Nothing while it is. */
export function AbsenceWords({ visit, keeper }: KeeperProps) {
  const absence = absenceOn(keeper, localDate(visit.now))
  if (!absence) return null
  const date = dateInWords(visit.language, absence.from)
  return <> ({visit.t(`plan.owner.beside.${absence.because}`, { date })})</>
}

export const NobodyTag = ({ visit: { t } }: { visit: Visit }) => <Tag kind="late">{t('plan.nobody.tag')}</Tag>

interface Props {
  visit: Visit
  commitment: Commitment
}

export const isNobodys = ({ visit, commitment }: Props): boolean =>
  keepingToday(commitment, localDate(visit.now)) === 'nobody'

/** Everybody who had promised it is gone: said openly, and coordinators get the way to a new owner. */
export function NobodyNotice({ visit, commitment }: Props) {
  const { t, language } = visit
  if (!isNobodys({ visit, commitment })) return null
  const gone = commitment.owners.map((owner) => {
    const absence = absenceOn(owner, localDate(visit.now))
    const values = {
      owner: nameAtStart(owner.name, language),
      date: dateInWords(language, absence?.from ?? ''),
    }
    return absence ? t(`plan.owner.says.${absence.because}`, values) : ''
  })
  return (
    <Notice kind="late" title={t('plan.nobody.title')}>
      <p>{gone.join(' ')}</p>
      {visit.member?.party && (
        <Actions>
          <LinkButton href={visit.to(`/office/commitments/${commitment.number}/owners`)} variant="secondary">
            {t('plan.nobody.propose')}
          </LinkButton>
        </Actions>
      )}
    </Notice>
  )
}
