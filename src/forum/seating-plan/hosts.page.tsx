import type { Visit } from '#platform/http.ts'
import { SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { boardOf } from './board.ts'
import type { Forum } from './load-forum.ts'
import { seatedAs } from './seated-as.rules.ts'
import { listed, nameOf } from './seating-words.ts'
import type { PersonRow } from './seating.sql.ts'

const proposedMax = 3

/** Tables without a host, said at once, and who at the table could be one. */
export function Hosts({ visit, forum, base }: { visit: Visit; forum: Forum; base: string }) {
  const { t } = visit
  if (forum.seats.length === 0) return null
  if (!forum.people.some(({ part }) => part === 'host'))
    return (
      <Notice kind="info">
        <p>{t('seating.hosts.none')}</p>
        <a href={visit.to(`${base}/people`)}>{t('seating.hosts.choose')}</a>
      </Notice>
    )
  const all = tablesWithoutHost(forum)
  if (all.length === 0) return null
  return (
    <Notice kind="late" title={t('seating.hosts.missing', { count: all.length })}>
      <ul>
        {all.map(({ number, rounds, could }) => (
          <li>
            {t('seating.hosts.table', { table: number })}{' '}
            {rounds.length < forum.rounds.length &&
              t('seating.in-rounds', { count: rounds.length, rounds: listed(t, rounds.map(String)) })}{' '}
            {could.length > 0 && t('seating.hosts.could')}{' '}
            <div class="row">
              {could.map((person) => (
                <form method="post" action={visit.to(`${base}/people/${person.id}/host`)}>
                  <SubmitButton variant="secondary" name="table" value={String(number)}>
                    {t('seating.hosts.make', { name: nameOf(t, person) })}
                    <span class="unseen">: {t('seating.hosts.table', { table: number })}</span>
                  </SubmitButton>
                </form>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

interface Hostless {
  number: number
  rounds: number[]
  /** Guests who sit there for as long as nobody leads it, and speak Swedish. */
  could: PersonRow[]
}

function tablesWithoutHost(forum: Forum): Hostless[] {
  const boards = forum.rounds.map(({ number }) => ({ number, tables: boardOf(forum, number) }))
  return forum.tables.flatMap((table, place): Hostless[] => {
    const without = boards.filter(({ tables }) => {
      const at = tables[place]
      return at !== undefined && at.sitting.length > 0 && !at.hasHost
    })
    if (without.length === 0) return []
    const here = without.map(({ tables }) => tables[place]?.sitting ?? [])
    const could = (here[0] ?? [])
      .filter(({ person, part }) => part === 'guest' && seatedAs(person).speaks.includes('sv'))
      .map(({ person }) => person)
    return [
      {
        number: table.number,
        rounds: without.map(({ number }) => number),
        could: could.slice(0, proposedMax),
      },
    ]
  })
}
