import { hash } from 'node:crypto'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { datePlus, type Instant, instantAt, plus } from '#platform/time.ts'
import type { Capacity } from '#programme/tables.ts'
import { drawMapHere } from '#forum/index.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Held } from './event-rows.ts'
import type { Staff } from './people-rows.ts'
import type { Db, Row } from './tables.ts'
import type { Year } from './year.ts'

/** What people think before a forum. Days of a forum to come are counted from today, of one that was from its own day. */
export interface SampleDialogue {
  event: string
  slug: string
  opens: number
  closes: number
  title: Texts
  lead: Texts
  /** How many vote, by what they take part as; some would rather not say. */
  people: Partial<Record<Capacity | 'unknown', number>>
  statements: SampleStatement[]
}

interface SampleStatement {
  words: string
  language: Language
  translations?: Texts
  /** How likely each of two groups is to agree. */
  agree: [number, number]
  seed?: true
  meta?: true
  waiting?: true
  turnedDown?: string
}

interface Made {
  id: string
  opens: Instant
  ends: Instant
  by: string
  chance: Chance
}

/** The themes of the forums, what was written about them, and how people voted. */
export function addDialogues(year: Year, events: readonly Held[], { coordinators, organisers }: Staff): void {
  const by = found(coordinators[0], 'coordinator')
  year.content.dialogues.forEach((sample, index) => {
    const event = found(
      events.find((one) => one.sample.key === sample.event),
      'event',
    )
    const organiser = organisers[0]
    // Whoever looks after the forum to come sees how its statements and seats are made.
    if (organiser && event.row.starts_at > year.now)
      year.rows.event_organiser.push({ event_id: event.row.id, person_id: organiser })
    // Chance of its own, so that the rest of the year stays as it was.
    addDialogue(year, event, sample, { by, chance: chanceFrom(2019 + index) })
  })
}

function addDialogue(
  year: Year,
  { row: event, date }: Held,
  sample: SampleDialogue,
  { by, chance }: Pick<Made, 'by' | 'chance'>,
): void {
  const from = event.ends_at < year.now ? date : year.today
  const opens = instantAt(datePlus(from, sample.opens), '09:00')
  const closes_at = instantAt(datePlus(from, sample.closes), '20:00')
  const ends = closes_at < year.now ? closes_at : year.now
  const id = year.id(opens)
  const words = { title: json(sample.title), lead: json(sample.lead) }
  // Whatever has ended was shown half an hour later.
  const shown_at = closes_at < year.now ? plus(closes_at, { minutes: 30 }) : null
  const times = {
    created_at: plus(opens, { days: -2 }),
    opened_at: opens,
    closes_at,
    closed_at: null,
    shown_at,
  }
  year.rows.dialogue.push({ id, event_id: event.id, slug: sample.slug, ...words, made_by: by, ...times })
  year.record({ what: 'dialogue-opened', by, about: id, at: opens })
  if (shown_at) {
    year.rows.map_opening.push({ dialogue_id: id, decided_by: by, decided_at: shown_at, at_closing: 0 })
    year.record({ what: 'map-shown', by, about: id, at: shown_at })
  }
  const made = { id, opens, ends, by, chance }
  const voters = addVoters(year, made, sample)
  const statements = sample.statements.map((one, index) => ({
    ...{ sample: one, row: addStatement(year, made, { one, index }, voters) },
  }))
  for (const voter of voters) addVotes(year, made, voter, statements)
}

/** Draws the maps that everybody may see, as they were on the day on which they were shown. */
export async function finishMaps(tx: Db, year: Year): Promise<void> {
  for (const { id, shown_at } of year.rows.dialogue) if (id && shown_at) await drawMapHere(tx, id, shown_at)
}

interface Voter {
  id: string
  group: 0 | 1
  at: Instant
}

/** How many of a hundred who take part as something think as the first group does. */
const inFirst: Partial<Record<Capacity, number>> = {
  'civil-society': 68,
  resident: 64,
  'civil-servant': 36,
  elected: 44,
  business: 30,
}

function addVoters(year: Year, made: Made, { people }: SampleDialogue): Voter[] {
  const { chance, opens, ends } = made
  const span = Date.parse(ends) - Date.parse(opens)
  const all = Object.entries(people).flatMap(([capacity, count]) =>
    Array.from({ length: count }, () => capacity as Capacity | 'unknown'),
  )
  return chance.shuffled(all).map((named, index) => {
    const capacity = named === 'unknown' ? null : named
    // The last ones came a while before it ended, and all had time to answer.
    const at = plus(opens, { seconds: Math.floor((span * (0.02 + (0.9 * index) / all.length)) / 1000) })
    const id = year.id(at)
    const language = index % 17 === 8 ? 'en' : index % 23 === 11 ? 'es' : 'sv'
    const share = (capacity && inFirst[capacity]) ?? 50
    const group = chance.below(100) < share ? 0 : 1
    // Nobody has the cookie that this is the checksum of.
    const token_hash = hash('sha256', `nobody's ${id}`, 'hex')
    const row = { id, dialogue_id: made.id, token_hash, capacity, language, created_at: at } as const
    year.rows.voter.push({ ...row, sector_asked_at: at })
    return { id, group, at }
  })
}

const stateOf = ({ waiting, turnedDown }: SampleStatement): Row<'statement'>['state'] =>
  waiting ? 'waiting' : turnedDown === undefined ? 'shown' : 'turned-down'

/** Those that wait came yesterday; the others were there before most had voted. */
function timesOf(one: SampleStatement, index: number, { opens, ends }: Pick<Made, 'opens' | 'ends'>) {
  if (one.seed) return { created_at: opens, decided_at: opens }
  const isLate = stateOf(one) !== 'shown'
  const created_at = isLate ? plus(ends, { hours: -30 + index }) : plus(opens, { minutes: 40 * index })
  return { created_at, decided_at: one.waiting ? null : plus(created_at, { minutes: 25 }) }
}

function addStatement(
  year: Year,
  { id: dialogue_id, opens, ends, by }: Made,
  { one, index }: { one: SampleStatement; index: number },
  voters: readonly Voter[],
) {
  const { created_at, decided_at } = timesOf(one, index, { opens, ends })
  const state = stateOf(one)
  const author = voters[(index * 5) % voters.length]
  const row = {
    ...{ id: year.id(created_at), dialogue_id, number: index + 1, language: one.language, words: one.words },
    ...{ translations: json(one.translations ?? {}), is_seed: one.seed ? 1 : 0, is_meta: one.meta ? 1 : 0 },
    ...{ written_by: one.seed ? null : (author?.id ?? null), created_at, state },
    ...{ decided_at, decided_by: decided_at && by },
    reason: one.turnedDown ?? null,
  } as const
  year.rows.statement.push(row)
  return row
}

type Stated = { sample: SampleStatement; row: ReturnType<typeof addStatement> }

/** Most answer most of what was shown when they came, one statement every few seconds. */
function addVotes(year: Year, { chance }: Made, voter: Voter, statements: readonly Stated[]): void {
  const shown = statements.filter(({ row }) => row.state === 'shown' && row.created_at <= voter.at)
  const many = Math.max(Math.min(shown.length, 8), Math.round(shown.length * (0.55 + 0.5 * chance.part())))
  chance
    .shuffled(shown)
    .slice(0, many)
    .forEach(({ sample, row }, index) => {
      const vote = chance.part() < 0.08 ? 0 : chance.part() < sample.agree[voter.group] ? 1 : -1
      const at = plus(voter.at, { seconds: 9 * (index + 1) })
      year.rows.vote.push({ statement_id: row.id, voter_id: voter.id, vote, at })
    })
}
