import type { Visit } from '#platform/http.ts'
import { localDate } from '#platform/time.ts'
import { Tag, type TagKind } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { type Standing, standingOf } from './commitment.rules.ts'
import type { Commitment, Owner } from './commitments.sql.ts'
import { AbsenceWords } from './keeping.page.tsx'

const tagKinds: Record<Standing, TagKind> = {
  'not-started': 'plain',
  'under-way': 'waiting',
  done: 'good',
  stopped: 'stopped',
  late: 'late',
}

/** How a commitment stands, in a word or two. */
export function StandingTag({ visit, standing }: { visit: Visit; standing: Standing }) {
  return <Tag kind={tagKinds[standing]}>{visit.t(`plan.standing.${standing}`)}</Tag>
}

export const standingToday = (
  visit: Visit,
  { state, due_on }: Pick<Commitment, 'state' | 'due_on'>,
): Standing => standingOf(state, due_on, localDate(visit.now))

/** Who has promised it, the parties first; of whom is not there any longer, since when. */
export function Owners({
  visit,
  owners,
  linked = false,
}: {
  visit: Visit
  owners: readonly Owner[]
  linked?: boolean
}) {
  return (
    <>
      {owners.map(({ name, organisation_slug, absences }, index) => (
        <>
          {index > 0 && ', '}
          {linked && organisation_slug ? (
            <a href={visit.to(`/network/organisations/${organisation_slug}`)}>
              <Text of={name} t={visit.t} />
            </a>
          ) : (
            <Text of={name} t={visit.t} />
          )}
          <AbsenceWords visit={visit} keeper={{ absences }} />
        </>
      ))}
    </>
  )
}
