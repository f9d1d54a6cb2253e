import type { Visit } from '#platform/http.ts'
import { timeSpan } from '#platform/dates.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Card, DataTable, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { bound } from '../seating-plan/worth.page.tsx'
import type { Door } from './load-door.ts'
import type { NotMet, ReseatingProposal } from './proposal.ts'

interface Named {
  name: string
  named: number
}

/** Whoever came along without a name is called by whoever brought them. */
export const nameOf = (t: Visit['t'], { name, named }: Named): string =>
  named === 1 ? name : t('reseating.comes-with', { name })

interface Props {
  visit: Visit
  door: Door
}

/** What was worked out last: who would change table, before anybody does. */
export function ProposalCard({ visit, door }: Props) {
  const { t } = visit
  const { last, forum, event } = door
  if (!last) return null
  const { proposal } = last
  if (last.taken_at !== null)
    return (
      <Notice kind="good" title={t('reseating.taken', { time: timeSpan(t.language, last.taken_at) })} live>
        <p>{t('reseating.taken-told', { moved: proposal.moved.length })}</p>
        <Hostless visit={visit} door={door} proposal={proposal} />
        <LinkButton href={visit.to(`/office/events/${event.id}/seating/print/changes`)} variant="secondary">
          {t('reseating.to-wall')}
        </LinkButton>
      </Notice>
    )
  if (last.version !== forum?.seating.version)
    return <Notice kind="waiting">{t('reseating.outdated')}</Notice>
  return (
    <Card level={2} title={t('reseating.proposal', { moved: peopleIn(proposal) })} tinted>
      <p>
        {t('reseating.worth', {
          ...{ changed: proposal.moved.length, told: proposal.toldSeats, repeats: proposal.repeats },
          mix: proposal.sectorDeviation,
          seconds: Math.max(1, Math.round(proposal.milliseconds / 100) / 10),
        })}{' '}
        {bound(t, { ...proposal, missed: proposal.notMet })}
      </p>
      <Hostless visit={visit} door={door} proposal={proposal} />
      <Unmet visit={visit} door={door} list={proposal.notMet} />
      <MoveTable visit={visit} door={door} proposal={proposal} />
      <NewSeats visit={visit} door={door} proposal={proposal} />
      <p>
        {t('reseating.away', { count: proposal.away.length, names: namesIn(t, door, proposal.away) || '–' })}
      </p>
      <Form>
        <input type="hidden" name="proposal" value={last.id} />
        <SubmitButton name="do" value="take">
          {t('reseating.take')}
        </SubmitButton>
      </Form>
    </Card>
  )
}

const peopleIn = ({ moved }: ReseatingProposal): number => new Set(moved.map(({ signUpId }) => signUpId)).size

interface OfProposal extends Props {
  proposal: ReseatingProposal
}

const personIn = (t: Visit['t'], { byId }: Door, id: string): string => {
  const one = byId.get(id)
  return one ? nameOf(t, one) : t('reseating.somebody')
}

const namesIn = (t: Visit['t'], door: Door, ids: readonly string[]): string =>
  new Intl.ListFormat(t.language, { type: 'conjunction' }).format(ids.map((id) => personIn(t, door, id)))

function MoveTable({ visit: { t }, door, proposal }: OfProposal) {
  if (proposal.moved.length === 0) return <p>{t('reseating.nobody-moves')}</p>
  const rows = proposal.moved
    .map(({ signUpId, ...seat }) => ({ name: personIn(t, door, signUpId), ...seat }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv') || one.round - other.round)
  return (
    <div class="fits">
      <DataTable
        caption={t('reseating.moves')}
        head={[t('reseating.head.name'), t('reseating.head.round'), t('reseating.head.from-to')]}
        rows={rows.map(({ name, round, from, to }) => [name, round, t('reseating.from-to', { from, to })])}
      />
    </div>
  )
}

function NewSeats({ visit: { t }, door, proposal }: OfProposal) {
  if (proposal.seated.length === 0) return null
  const rounds = door.rounds.filter(({ number }) => proposal.seats.some((seat) => seat.round === number))
  const tableOf = (signUpId: string, round: number): number | undefined =>
    proposal.seats.find((seat) => seat.signUpId === signUpId && seat.round === round)?.table
  return (
    <div class="fits">
      <DataTable
        caption={t('reseating.new-seats')}
        head={[t('reseating.head.name'), ...rounds.map(({ number }) => t('your-tables.round', { number }))]}
        rows={proposal.seated.map((id) => [
          personIn(t, door, id),
          ...rounds.map(({ number }) => tableOf(id, number) ?? '–'),
        ])}
      />
    </div>
  )
}

/** A table without somebody who leads the conversation is said first: it is the one thing that people must see to. */
function Hostless({ visit: { t }, door, proposal }: OfProposal) {
  if (proposal.hostless.length === 0) return null
  return (
    <Notice kind="late" title={t('reseating.hostless.title', { count: proposal.hostless.length })}>
      <ul>
        {proposal.hostless.map(({ table, wasHost, couldHost }) => (
          <li>
            {t('reseating.hostless.one', { table, was: personIn(t, door, wasHost) })}{' '}
            {couldHost
              ? t('reseating.hostless.could', { name: personIn(t, door, couldHost) })
              : t('reseating.hostless.nobody')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What no plan can give, or this one does not: by name, so that somebody can talk to them. */
function Unmet({ visit: { t }, door, list }: Props & { list: readonly NotMet[] }) {
  if (list.length === 0) return null
  return (
    <Notice kind="late" title={t('reseating.unmet.title')}>
      <ul>
        {list.slice(0, 20).map(({ why, round, people }) => (
          <li>
            {t('reseating.unmet.in', { round, why: t(`reseating.unmet.why.${why}`) })}{' '}
            {namesIn(t, door, people)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
