import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Checks, Folded, Form, Problems, problemsOf, Select, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Empty, Notice } from '#platform/ui/parts.tsx'
import type { AtDoor, Door } from './load-door.ts'
import type { WhyNotTicked } from './reseating.rules.ts'
import { nameOf, ProposalCard } from './proposal.page.tsx'

interface Props extends Answered {
  visit: Visit
  door: Door
}

/** At the door, in the last minutes: who is missing, who came, and who has to change table because of that. */
export function ReseatingPage({ visit, door, ...answered }: Props) {
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
            <Choose visit={visit} door={door} />
          )}
        </>
      ) : (
        <Empty>{t('reseating.no-seats')}</Empty>
      )}
    </Page>
  )
}

function Choose({ visit, door }: { visit: Visit; door: Door }) {
  const { t } = visit
  const { told, seatless, notTicked } = door
  const missing = told.filter(({ checked_in_at }) => checked_in_at === null)
  const here = told.filter(({ checked_in_at }) => checked_in_at !== null)
  const options = (people: readonly AtDoor[]) =>
    people.map((one) => ({ value: one.id, label: nameOf(t, one), hint: hintFor(t, one) }))
  const ids = (people: readonly AtDoor[]) => people.filter((one) => one.isChosen).map(({ id }) => id)
  return (
    <>
      <h2>{t('reseating.choose')}</h2>
      {notTicked && <NotTicked visit={visit} door={door} why={notTicked} />}
      <Form>
        <AfterRound visit={visit} door={door} />
        {missing.length > 0 && (
          <Checks
            t={t}
            name="away"
            label={t('reseating.missing', { count: missing.length })}
            hint={t(notTicked ? 'reseating.missing-hint-none' : 'reseating.missing-hint')}
            values={ids(missing)}
            options={options(missing)}
          />
        )}
        {seatless.length > 0 ? (
          <Checks
            t={t}
            name="seat"
            label={t('reseating.came', { count: seatless.length })}
            hint={t('reseating.came-hint')}
            values={ids(seatless)}
            options={options(seatless)}
          />
        ) : (
          <p>{t('reseating.nobody-came')}</p>
        )}
        {here.length > 0 && (
          <Folded summary={t('reseating.leaves', { count: here.length })}>
            <Checks
              t={t}
              name="leaves"
              label={t('reseating.leaves-who')}
              hint={t('reseating.leaves-hint')}
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
