import {
  ideaAddressKey,
  ideaAnswerDueOn,
  ideaAnsweredIn,
  ideaStepSettles,
  type LedToKind,
  wordsToFind,
} from '#ideas/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Held } from './event-rows.ts'
import type { Added, IdeasToFinish, SampleIdea } from './ideas.sql.ts'
import type { Someone, Staff } from './people-rows.ts'
import type { Year } from './year.ts'

interface Known {
  year: Year
  staff: Staff
  people: readonly Someone[]
  events: readonly Held[]
  ids: ReadonlyMap<string, string>
}

const promisedDays = 10

/** Ideas in every state, those who stand behind them, what was decided and answered, and what they became. */
export function addIdeas(
  year: Year,
  staff: Staff,
  people: readonly Someone[],
  events: readonly Held[],
): IdeasToFinish {
  const samples = year.content.ideas.toSorted((one, other) => other.daysAgo - one.daysAgo)
  const ids = new Map(samples.map(({ key, daysAgo }) => [key, year.id(year.moment(-daysAgo, '19:10'))]))
  const known = { year, staff, people, events, ids }
  const voices = samples.flatMap((sample, index) => voicesOf(known, sample, index * 5))
  return {
    ideas: samples.map((sample, index) => ideaOf(known, sample, index + 1)),
    authors: voices.filter(({ kind }) => kind === 'author'),
    supporters: voices.filter(({ kind }) => kind === 'supporter'),
    decisions: samples.flatMap((sample) => decisionOf(known, sample)),
    appeals: samples.flatMap((sample) => appealOf(known, sample)),
    reports: samples.flatMap((sample) => reportsOf(known, sample)),
    steps: samples.flatMap((sample) => stepsOf(known, sample)).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    made: samples.flatMap((sample) => madeOf(known, sample)),
  }
}

const idOf = ({ ids }: Known, key: string): string => found(ids.get(key), `idea ${key}`)

/** The coordinator who sees to it, and for which party. */
function officer({ year, staff }: Known, index = 0): { by_person: string; party_id: string } {
  const person = found(staff.coordinators[index], 'coordinator')
  const row = found(
    year.rows.coordinator.find(({ person_id }) => person_id === person),
    'coordinator',
  )
  return { by_person: person, party_id: row.party_id }
}

function ideaOf(known: Known, sample: SampleIdea, number: number): Added<'idea'> {
  const { year } = known
  const { language, what, why, place = null, name = null, theme, held = null } = sample
  const handed_in_at = year.moment(-sample.daysAgo, '19:10')
  const confirmed_at = plus(handed_in_at, { minutes: 6 })
  const themes = year.rows.theme
  const name_sv = year.content.library.themes.find(({ key }) => key === theme)?.name.sv
  const theme_id = themes.find((row) => name_sv && row.name.includes(name_sv))?.id ?? null
  year.record({ what: 'idea-handed-in', by: null, about: idOf(known, sample.key), at: confirmed_at })
  return {
    ...{ id: idOf(known, sample.key), number, language, what, why, place },
    author_name: sample.steps.some(({ kind }) => kind === 'withdrawn') ? null : name,
    ...wordsToFind({ what, why, place }),
    ...{ file_id: null, picture_width: null, picture_height: null, held_for: held, theme_id },
    ...{ handed_in_at, confirmed_at, promised_days: promisedDays },
    answer_due_on: ideaAnswerDueOn(confirmed_at, promisedDays),
    assigned_to: sample.waiting || sample.refused ? null : (known.staff.coordinators[0] ?? null),
    supporters: peopleBehind(known, sample),
  }
}

const peopleBehind = ({ year }: Known, { key, supporters }: SampleIdea): number =>
  year.content.ideas
    .filter(({ steps }) => steps.some(({ into }) => into === key))
    .reduce((all, joined) => all + joined.supporters + 1, supporters + 1)

function voicesOf(known: Known, sample: SampleIdea, from: number): Added<'idea_voice'>[] {
  const { year, people } = known
  const joined = year.content.ideas.findIndex(({ key }) => key === sample.key)
  return Array.from({ length: sample.supporters + 1 }, (_, index) => {
    const someone = found(people[(from + joined * 23 + index) % people.length], 'somebody')
    const said_at = plus(year.moment(-sample.daysAgo, '19:10'), { hours: index === 0 ? 0 : 30 + index })
    const at = said_at < year.now ? said_at : plus(year.now, { minutes: -1 })
    return {
      ...{ id: year.id(at), idea_id: idOf(known, sample.key) },
      kind: index === 0 ? ('author' as const) : ('supporter' as const),
      ...{ address_key: ideaAddressKey(`${sample.key} ${index} ${someone.email}`), email: someone.email },
      language: index === 0 ? sample.language : someone.language,
      ...{ said_at: at, confirmed_at: at, left_at: null, told_at: year.now, forgotten_at: null },
    }
  })
}

const shownAt = ({ year }: Known, { daysAgo }: SampleIdea): Instant =>
  daysAgo > 1 ? year.moment(1 - daysAgo, '10:40') : plus(year.moment(-daysAgo, '19:10'), { minutes: 30 })

function decisionOf(known: Known, sample: SampleIdea): Added<'idea_decision'>[] {
  if (sample.waiting) return []
  const { refused } = sample
  const base = { idea_id: idOf(known, sample.key), number: 1, ...officer(known) }
  const at = shownAt(known, sample)
  if (!refused)
    return [
      { ...base, id: known.year.id(at), kind: 'shown' as const, reason: 'within-rules', words: null, at },
    ]
  const { sv = '', en = '', es = '', reason } = refused
  return [
    { ...base, id: known.year.id(at), kind: 'refused' as const, reason, words: json({ sv, en, es }), at },
  ]
}

function appealOf(known: Known, sample: SampleIdea): Added<'idea_appeal'>[] {
  const words = sample.refused?.appeal
  if (!words) return []
  const unanswered = { answered_at: null, outcome: null, answer: null, answered_by: null, party_id: null }
  const about = idOf(known, sample.key)
  return [{ decision_id: about, words, at: known.year.moment(-1, '08:15'), ...unanswered }]
}

const reportsOf = (known: Known, sample: SampleIdea): Added<'idea_report'>[] =>
  (sample.reports ?? []).map(({ reason, words }) => {
    const at = known.year.moment(-1, '21:05')
    return {
      ...{ id: known.year.id(at), idea_id: idOf(known, sample.key), reason, words, email: null },
      ...{ language: sample.language, at, confirmed_at: null, decision_id: null },
    }
  })

/** When it happened, and where it is an answer, how many working days that took. */
function answerAt(
  { year }: Known,
  { daysAgo }: SampleIdea,
  { kind, at }: { kind: Added<'idea_step'>['kind']; at: Instant },
) {
  if (!ideaStepSettles(kind)) return { at, answered_on: null, answer_days: null }
  const { on, days } = ideaAnsweredIn(plus(year.moment(-daysAgo, '19:10'), { minutes: 6 }), at)
  return { at, answered_on: on, answer_days: days }
}

function stepsOf(known: Known, sample: SampleIdea): Added<'idea_step'>[] {
  return sample.steps.map(({ kind, daysAgo, words, named, into }, index) => ({
    ...{ idea_id: idOf(known, sample.key), number: index + 1, kind },
    ...answerAt(known, sample, { kind, at: known.year.moment(-daysAgo, `1${index % 6}:25`) }),
    words: words ? json(words) : null,
    ...(kind === 'withdrawn' ? { by_person: null, party_id: null } : officer(known, named ? 1 : 0)),
    ...{ role: null, is_named: named ? 1 : 0, into_id: into ? idOf(known, into) : null },
  }))
}

function madeOf(known: Known, sample: SampleIdea): Added<'idea_led_to'>[] {
  return (sample.made ?? []).map(({ kind, target }) => {
    const becomes = sample.steps.find((step) => step.kind === 'becomes')
    const at = known.year.moment(-(becomes?.daysAgo ?? sample.daysAgo), '16:40')
    const target_id = targetOf(known, kind, target)
    const { by_person } = officer(known)
    return { idea_id: idOf(known, sample.key), kind, target_id, at, by_person, event_at: at }
  })
}

function targetOf({ year, events }: Known, kind: LedToKind, key: string): string {
  if (kind === 'event') return found(events.find(({ sample }) => sample.key === key)?.row.id, key)
  if (kind === 'partnership')
    return found(
      year.rows.partnership.find(({ name }) => name.includes(key)),
      key,
    ).id
  const words = year.content.wanted.needs.find((need) => need.key === key)?.words.sv
  return found(
    year.rows.lunch_need.find((row) => words && row.words.includes(words)),
    key,
  ).id
}
