import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import {
  Checks,
  Folded,
  Form,
  Problems,
  problemsOf,
  Select,
  SubmitButton,
  TextField,
  ticked,
} from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { AtDoor, Door } from './load-door.ts'
import type { WhyNotTicked } from './reseating.rules.ts'
import { nameOf, ProposalCard } from './proposal.page.tsx'

interface Props extends Answered {
  visit: Visit
  door: Door
  /** Part of a name that is looked for. */
  q: string
}

/** At the door, in the last minutes: who is missing, who came, and who has to change table because of that. */
export function ReseatingPage(props: Props) {
  const { visit, door, ...answered } = props
  const { t } = visit
  const { event, forum } = door
  const title = inLanguage(event.title, t.language)
  const problems = problemsOf(t, answered)
  const base = visit.to(`/office/events/${event.id}`)
  const hasSeats = forum !== null && forum.seats.length > 0
  return (
    <Page
      visit={visit}
      title={t('reseating.title', { title })}
      heading={t('reseating.heading')}
      lead={t('reseating.lead')}
      wrong={problems.length > 0}
      trail={[{ href: base, label: title }]}
    >
      <Problems visit={visit} list={problems} />
      {hasSeats ? (
        <>
          <ProposalCard visit={visit} door={door} />
          {door.begun >= door.rounds.length ? (
            <Notice kind="plain">{t('reseating.refusal.no-round-left')}</Notice>
          ) : (
            <Choose {...props} />
          )}
        </>
      ) : (
        <Empty>{t('reseating.no-seats')}</Empty>
      )}
    </Page>
  )
}

function Choose(props: Props) {
  const { visit, door, filled } = props
  const { t } = visit
  const q = props.q.trim()
  const { told, seatless, notTicked } = door
  const missing = told.filter(({ checked_in_at }) => checked_in_at === null)
  const here = told.filter(({ checked_in_at }) => checked_in_at !== null)
  const options = (people: readonly AtDoor[]) =>
    foundFirst(t, people, q).map((one) => ({ value: one.id, label: nameOf(t, one), hint: hintFor(t, one) }))
  // A search keeps what was ticked before it.
  const ids = (people: readonly AtDoor[], name: string) =>
    filled ? ticked(props, name) : people.filter((one) => one.isChosen).map(({ id }) => id)
  return (
    <>
      <h2>{t('reseating.choose')}</h2>
      {notTicked && <NotTicked visit={visit} door={door} why={notTicked} />}
      <Form>
        <Search visit={visit} q={q} found={countFound(t, [...told, ...door.seatless], q)} />
        <AfterRound visit={visit} door={door} />
        {missing.length > 0 && (
          <Checks
            t={t}
            name="away"
            label={t('reseating.missing', { count: missing.length })}
            hint={t(notTicked ? 'reseating.missing-hint-none' : 'reseating.missing-hint')}
            values={ids(missing, 'away')}
            options={options(missing)}
          />
        )}
        {seatless.length > 0 ? (
          <Checks
            t={t}
            name="seat"
            label={t('reseating.came', { count: seatless.length })}
            hint={t('reseating.came-hint')}
            values={ids(seatless, 'seat')}
            options={options(seatless)}
          />
        ) : (
          <p>{t('reseating.nobody-came')}</p>
        )}
        {here.length > 0 && (
          <Folded summary={t('reseating.leaves', { count: here.length })} open={countFound(t, here, q) > 0}>
            <Checks
              t={t}
              name="leaves"
              label={t('reseating.leaves-who')}
              hint={t('reseating.leaves-hint')}
              values={ticked(props, 'leaves')}
              options={options(here)}
            />
          </Folded>
        )}
        <SubmitButton name="do" value="propose">
          {t('reseating.propose')}
        </SubmitButton>
      </Form>
    </>
  )
}

/** Finds a name among hundreds; sent with everything that is ticked, so that nothing is lost by it. */
const Search = ({ visit: { t }, q, found }: { visit: Visit; q: string; found: number }) => (
  <search>
    <TextField t={t} name="q" type="search" label={t('reseating.search')} value={q} />
    <SubmitButton variant="secondary" name="do" value="search">
      {t('reseating.search.button')}
    </SubmitButton>
    {q !== '' && <p role="status">{t('reseating.search.found', { count: found })}</p>}
  </search>
)

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const isFound = (t: Visit['t'], one: AtDoor, q: string): boolean =>
  q !== '' && plain(nameOf(t, one)).includes(plain(q))

const countFound = (t: Visit['t'], people: readonly AtDoor[], q: string): number =>
  people.filter((one) => isFound(t, one, q)).length

const foundFirst = (t: Visit['t'], people: readonly AtDoor[], q: string): AtDoor[] =>
  people.toSorted((one, other) => Number(isFound(t, other, q)) - Number(isFound(t, one, q)))

/** Nobody is ticked, because most are likely still on their way in; whoever knows better ticks all at once. */
function NotTicked({ visit, door, why }: { visit: Visit; door: Door; why: WhyNotTicked }) {
  const { t } = visit
  const { event, afterRound, checkedIn, told } = door
  const address = visit.to(`/office/events/${event.id}/seating/door?after=${afterRound}&tick=all`)
  return (
    <Notice kind="info">
      <p>{t(`reseating.not-ticked.${why}`, { in: checkedIn, of: told.length })}</p>
      <p>
        <a href={address}>{t('reseating.tick-all')}</a>
      </p>
    </Notice>
  )
}

const AfterRound = ({ visit: { t }, door: { rounds, afterRound } }: { visit: Visit; door: Door }) => (
  <Select
    t={t}
    name="after"
    label={t('reseating.after')}
    hint={t('reseating.after-hint')}
    value={String(afterRound)}
    options={rounds.map(({ number }) => ({
      value: String(number - 1),
      label: number === 1 ? t('reseating.after-none') : t('reseating.after-round', { number: number - 1 }),
    }))}
  />
)

const hintFor = (t: Visit['t'], { walk_in, checked_in_at }: AtDoor): string =>
  walk_in === 1
    ? t('reseating.hint.walk-in')
    : t(checked_in_at === null ? 'reseating.hint.not-in' : 'reseating.hint.in')
