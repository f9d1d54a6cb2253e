import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { plus } from '#platform/time.ts'
import { addressOf, addTerm, bodyOf, type Made, type Seat } from './seat-term-rows.ts'

interface CallDays {
  opens: number
  closes: number
  election: number
  starts: number
  ends: number
}

async function addCall(made: Made, days: CallDays, seats: readonly Seat[]): Promise<string> {
  const { tx, year, sample, by } = made
  const at = year.moment(days.opens - 2, '11:00')
  const id = year.id(at)
  await tx
    .insertInto('nomination_call')
    .values({
      ...{ id, party_id: found(year.found.parties.get('civil-society'), 'party') },
      ...{ words: json(sample.words), criteria: json(sample.criteria), place: sample.place, event_id: null },
      ...{ opens_on: year.date(days.opens), closes_on: year.date(days.closes) },
      ...{ election_on: year.date(days.election), term_starts_on: year.date(days.starts) },
      ...{ term_ends_on: year.date(days.ends), changed_by: by('civil-society') },
      ...{ created_at: at, changed_at: at, recommendation: '{}', recommended_at: null },
      ...{ result: '{}', elected_at: null },
    })
    .execute()
  const rows = seats.map((seat) => ({ call_id: id, seat_id: seat.id }))
  await tx.insertInto('nomination_call_seat').values(rows).execute()
  year.record({ what: 'nomination-call-made', by: by('civil-society'), about: id, at })
  return id
}

const unanswered = {
  ...{ consented_at: null, declined_at: null, shows_name: 0, presentation: null, is_recommended: 0 },
  ...{ result: null, wiped_at: null, token_hash: null, nominee_token_hash: null, organisation: null },
} as const

/** Those of civil society were elected; who else was nominated is long forgotten. */
export async function addFirstElection(made: Made, seats: readonly Seat[]): Promise<void> {
  const { tx, year, by } = made
  const theirs = seats.filter(({ sample }) => sample.party === 'civil-society' && sample.holders.length > 0)
  const days = { opens: -328, closes: -310, election: -302, starts: -300, ends: 430 }
  const call = await addCall(made, days, theirs)
  const asked = year.moment(-316, '10:00')
  const at = year.moment(-301, '10:00')
  const person = { nominee_name: 'Namn', nominee_email: 'namn@example.org', nominator_email: null, why: null }
  const nominations = theirs.map((seat, index) => ({ id: year.id(plus(asked, { seconds: index })), seat }))
  for (const { id, seat } of nominations)
    await tx
      .insertInto('nomination')
      .values({
        ...{ id, call_id: call, body: bodyOf(seat.sample), ...person, language: 'sv' },
        ...{ seat_id: seat.sample.body ? null : seat.id, nominee_language: 'sv', ...unanswered },
        ...{ asked_at: asked, asked_on: asked.slice(0, 10), confirmed_at: asked, consented_at: asked },
      })
      .execute()
  const decided = { elected_at: at, changed_by: by('civil-society'), changed_at: at }
  await tx.updateTable('nomination_call').set(decided).where('id', '=', call).execute()
  const wiped = { nominee_name: null, nominee_email: null, wiped_at: plus(at, { days: 31 }) }
  for (const { id, seat } of nominations) {
    const elected = { result: 'elected' as const, ...wiped }
    await tx.updateTable('nomination').set(elected).where('id', '=', id).execute()
    const [holder] = seat.sample.holders
    if (holder) await addTerm(made, seat, holder, { kind: 'member', nomination_id: id })
  }
}

/** A by-election for what is vacant: nominations come in, and one of the nominees has not answered yet. */
export async function addOpenCall(made: Made, seats: readonly Seat[]): Promise<void> {
  const { tx, year, sample } = made
  const vacant = seats.filter(
    ({ sample: seat }) => seat.holders.length === 0 || seat.holders.some((one) => one.left !== undefined),
  )
  const call = await addCall(made, { opens: -12, closes: 15, election: 34, starts: 36, ends: 430 }, vacant)
  for (const one of sample.nominations) {
    const at = plus(year.now, { days: one.day })
    const seat = vacant.find(({ sample: known }) => known.category?.sv === one.seat)
    const { name, language, why, organisation = null, presentation = null, shown = false, waiting } = one
    await tx
      .insertInto('nomination')
      .values({
        ...{ id: year.id(at), call_id: call, body: 'steering-group', seat_id: seat?.id ?? null },
        ...{ nominee_name: name, nominee_email: addressOf(name), nominee_language: language, why },
        ...{ language: 'sv', ...unanswered, organisation, presentation },
        ...{ nominator_email: 'styrelsen@example.org', asked_at: at, asked_on: at.slice(0, 10) },
        ...{ confirmed_at: at, consented_at: waiting ? null : plus(at, { hours: 20 }) },
        shows_name: shown ? 1 : 0,
      })
      .execute()
  }
}
