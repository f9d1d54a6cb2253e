import type { PartnerTables } from '#partners/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Language, Texts } from '#platform/language.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import { workingDaysAfter } from '#platform/working-days.ts'
import { addNeeds, addWholePledge, type AddedTo, organisationIds, type WholePledge } from './partners.sql.ts'
import type { Staff } from './people-rows.ts'
import type { Db } from './tables.ts'
import type { Year } from './year.ts'

type Pledge = PartnerTables['pledge']

interface SampleStep {
  kind: PartnerTables['pledge_step']['kind']
  daysAgo: number
  words?: string
  reason?: PartnerTables['pledge_step']['reason']
  byGiver?: true
}

interface SamplePledge {
  kind: Pledge['kind']
  need?: string
  giver: Pledge['giver']
  name: string
  contact?: string
  language: Language
  amount?: number
  unit?: Pledge['unit']
  when?: string
  publish: Pledge['publish']
  daysAgo: number
  what: string
  steps: SampleStep[]
  gift?: { sek?: number; hours?: number; inKind?: Texts; givenTo: Texts }
}

export interface SamplePartners {
  needs: {
    key: string
    kind: Pledge['kind']
    amount: number
    unit: PartnerTables['partner_need']['unit']
    elsewhere: number
    inDays: number
    title: Texts
    says: Texts
  }[]
  pledges: SamplePledge[]
}

const promisedDays = 10

/** What is needed, and pledges in every state; before the report of the year that they were given in is approved. */
export async function addPartners(tx: Db, year: Year, { coordinators }: Staff): Promise<void> {
  const { needs, pledges } = year.content.partners
  const by = found(coordinators[0], 'coordinator')
  const at = year.moment(-60, '09:30')
  const ids = new Map(needs.map(({ key }) => [key, year.id(at)]))
  await addNeeds(
    tx,
    needs.map(({ key, title, says, inDays, kind, amount, unit, elsewhere }) => ({
      ...{
        id: found(ids.get(key), key),
        kind,
        amount,
        unit,
        elsewhere,
        title: json(title),
        says: json(says),
      },
      ...{ needed_on: year.date(inDays), changed_by: by, changed_at: at, ended_at: null },
    })),
  )
  const organisations = await organisationIds(tx)
  const inOrder = pledges.toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const [index, sample] of inOrder.entries()) {
    const known = { year, by, number: index + 1, need: ids.get(sample.need ?? '') ?? null }
    await addWholePledge(tx, wholeOf(known, sample, organisations.get(sample.name) ?? null))
  }
}

interface Known {
  year: Year
  by: string
  number: number
  need: string | null
}

function wholeOf(known: Known, sample: SamplePledge, organisation: string | null): WholePledge {
  const { year, number, need } = known
  const sent = year.moment(-sample.daysAgo, '14:20')
  const confirmed = plus(sent, { minutes: 9 })
  const { kind, giver, language, what, publish, amount = null, unit = null } = sample
  const pledge = {
    ...{ id: year.id(sent), number, kind, need_id: need, giver, giver_name: sample.name },
    ...{ organisation_id: organisation, contact_name: sample.contact ?? null, language, what, publish },
    ...{ email: `partner${number}@example.org`, amount, unit, at_what_time: sample.when ?? null },
    ...{ sent_at: sent, confirmed_at: confirmed, changed_at: confirmed, agreement_file_id: null },
    answer_due_on: workingDaysAfter(localDate(confirmed), promisedDays),
    forgotten_at: null,
  }
  const steps = sample.steps.map((step, index) => stepOf(known, pledge.id, step, index))
  return { pledge, steps, gift: giftOf(known, sample, { id: pledge.id, organisation }) }
}

const timeOf = (year: Year, { daysAgo }: SampleStep, index: number): Instant =>
  year.moment(-daysAgo, `1${index % 6}:15`)

const stepOf = (
  { year, by }: Known,
  id: string,
  step: SampleStep,
  index: number,
): AddedTo<'pledge_step'> => ({
  ...{ pledge_id: id, number: index + 1, kind: step.kind, reason: step.reason ?? null },
  ...{ words: step.words ?? null, at: timeOf(year, step, index), by_person: step.byGiver ? null : by },
})

function giftOf(
  { year, by, number }: Known,
  sample: SamplePledge,
  { id, organisation }: { id: string; organisation: string | null },
): AddedTo<'partner_gift'> | null {
  const given = sample.steps.find(({ kind }) => kind === 'given')
  if (!sample.gift || !given) return null
  const at = timeOf(year, given, 0)
  const { sek = null, hours = null, inKind = {}, givenTo } = sample.gift
  const own = sample.giver === 'person' ? `pledge ${number}` : sample.name
  return {
    ...{ id: year.id(at), year: Number(localDate(at).slice(0, 4)), organisation_id: organisation },
    ...{ partner_name: organisation ? null : own, sek, hours, in_kind: json(inKind) },
    ...{ given_to: json(givenTo), written_by: by, written_at: at, pledge_id: id },
    ...{ given_on: localDate(at), went_to: null },
  }
}
