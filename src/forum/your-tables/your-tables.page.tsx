import { dateInWords } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Link, Notice, Tag } from '#platform/ui/parts.tsx'
import { Counting, RoundNow } from '../forum-day/running-round.page.tsx'
import type { RunningRound } from '../forum-day/running-round.ts'
import type { OwnRound, OwnPlaces, PersonSeated } from './load-own-seats.ts'
import { Remembering } from './remembering.page.tsx'

interface Props {
  visit: Visit
  tables: OwnPlaces | null
  /** The round that is on. */
  running: RunningRound | null
  token: string
  /** Whether it is remembered whom the reader sits with; null where there is no address to remember by. */
  isRemembered: boolean | null
}

/** Where somebody sits, read on a phone while walking into the hall. Opening the page changes nothing. */
export function YourTablesPage({ visit, tables, running, token, isRemembered }: Props) {
  const { t } = visit
  const trail = [{ href: visit.to(`/sign-ups/${token}`), label: t('your-tables.to-own') }]
  if (!tables)
    return (
      <Page visit={visit} title={t('your-tables.heading')} trail={trail}>
        <Notice kind="waiting">{t('your-tables.not-yet')}</Notice>
      </Page>
    )
  const { event, reader, companions } = tables
  const title = inLanguage(event.title, t.language)
  const isAlone = companions.length === 0
  return (
    <Page
      visit={visit}
      title={t('your-tables.title', { title })}
      heading={t(isAlone ? 'your-tables.heading' : 'your-tables.heading-all')}
      lead={`${title} · ${dateInWords(t.language, localDate(event.starts_at))}`}
      head={running && <Counting visit={visit} />}
      trail={trail}
    >
      {event.cancelled_at && <Notice kind="stopped">{t('your-tables.cancelled')}</Notice>}
      <Changes visit={visit} people={[reader, ...companions]} isAlone={isAlone} version={event.version} />
      {running && <RoundNow visit={visit} round={running} />}
      {!isAlone && <h2>{reader.name}</h2>}
      <Rounds visit={visit} person={reader} level={isAlone ? 2 : 3} />
      {companions.map((person) => (
        <Companion visit={visit} person={person} />
      ))}
      <Remembering visit={visit} isRemembered={isRemembered} />
    </Page>
  )
}

interface ChangesProps {
  visit: Visit
  people: readonly PersonSeated[]
  isAlone: boolean
  version: number
}

/** What is new since the reader said last that they have seen it. */
function Changes({ visit: { t }, people, isAlone, version }: ChangesProps) {
  const changed = people.filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return null
  return (
    <Notice kind="late" title={t('your-tables.changed.title')}>
      <ul>
        {changed.flatMap((person) =>
          person.changes.map(({ round, was, now }) => (
            <li>
              {!isAlone && <strong>{nameOf(t, person)}: </strong>}
              {now === null
                ? t('your-tables.changed.none', { round, was })
                : t('your-tables.changed.one', { round, was, now })}
            </li>
          )),
        )}
      </ul>
      <Form>
        <input type="hidden" name="version" value={String(version)} />
        <SubmitButton variant="secondary" name="do" value="seen">
          {t('your-tables.changed.seen')}
        </SubmitButton>
      </Form>
    </Notice>
  )
}

const nameOf = (t: Visit['t'], { name }: PersonSeated): string => name || t('your-tables.unnamed')

const tags = { now: 'good', next: 'waiting', later: 'plain', over: 'stopped' } as const

interface RoundsProps {
  visit: Visit
  person: PersonSeated
  level: 2 | 3
}

function Rounds({ visit, person, level }: RoundsProps) {
  if (person.rounds.every(({ seat }) => seat === null))
    return <Notice kind="waiting">{visit.t('your-tables.no-seat')}</Notice>
  return (
    <ol class="own-rounds">
      {person.rounds.map((round) => (
        <Round visit={visit} round={round} level={level} />
      ))}
    </ol>
  )
}

function Round({ visit, round, level }: { visit: Visit; round: OwnRound; level: 2 | 3 }) {
  const { t } = visit
  const { number, seat, state, question } = round
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
  const Heading = `h${level}` as 'h2' | 'h3'
  return (
    <li class="own-round" data-state={state}>
      <div class="row spread">
        <Heading>{t('your-tables.round', { number })}</Heading>
        <Tag kind={tags[state]}>{t(`your-tables.state.${state}`)}</Tag>
      </div>
      {seat ? (
        <p class="own-table">
          <span class="own-table-number">{t('your-tables.table', { number: seat.table })}</span>
          {seat.name && <span class="own-table-name">{seat.name}</span>}
        </p>
      ) : (
        <p>{t('your-tables.none')}</p>
      )}
      {question && <p class="own-question">{inLanguage(question, t.language)}</p>}
      <Hints visit={visit} round={round} />
    </li>
  )
}

/** What one has to know about the table, in a line each. */
function Hints({ visit: { t }, round }: { visit: Visit; round: OwnRound }) {
  const { seat, hosts, interpreters, state, minutes } = round
  const list = (names: string[]) => new Intl.ListFormat(t.language, { type: 'conjunction' }).format(names)
  const lines = [
    state !== 'now' && t('your-tables.minutes', { minutes }),
    seat && hosts.length > 0 && t('your-tables.hosts', { names: list(hosts) }),
    seat && interpreters.length > 0 && t('your-tables.interprets', { names: list(interpreters) }),
    seat?.language && t(`your-tables.spoken.${seat.language}`),
    seat?.step_free === 1 && t('your-tables.step-free'),
    seat?.hearing_loop === 1 && t('your-tables.hearing-loop'),
  ].filter(Boolean)
  return (
    <>
      <ul class="own-hints">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {seat?.online_url && (
        <p>
          {t('your-tables.online')} <Link href={seat.online_url} />
        </p>
      )}
    </>
  )
}

/** Somebody who comes along and has no page of their own: round and table alone. */
function Companion({ visit, person }: { visit: Visit; person: PersonSeated }) {
  const { t } = visit
  return (
    <section class="stack">
      <h2>{nameOf(t, person)}</h2>
      {person.rounds.every(({ seat }) => seat === null) ? (
        <p>{t('your-tables.no-seat')}</p>
      ) : (
        <ul class="lined-list">
          {person.rounds.map(({ number, seat, state }) => (
            <li class="row spread">
              <span>{t('your-tables.round', { number })}</span>
              <strong>
                {seat ? t('your-tables.table', { number: seat.table }) : t('your-tables.none')}{' '}
                {state === 'now' && <Tag kind="good">{t('your-tables.state.now')}</Tag>}
              </strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
