import * as z from 'zod'
import { organisationNamed } from '#network/index.ts'
import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { date, optionalLine, optionalParagraphs, optionalTexts, texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { optionalAmount } from './amount.ts'
import { decideAboutPledges, type Telling } from './decide-pledges.ts'
import { addGift } from './gifts.sql.ts'
import { stepMail } from './pledge.mail.ts'
import { declineReasons, refusalToStep, type StepRefusal, withdrawReasons } from './pledge.rules.ts'
import { addStep, changePledge, makeLink, pledgeNumbered, stepsOf } from './pledges.sql.ts'
import type { Db, Tx } from './tables.ts'

const wordsMax = 3000
/** How many steps there were on the page, so that nobody answers what another has answered meanwhile. */
const seen = z.coerce.number().int().min(0).catch(-1)
const words = optionalParagraphs(wordsMax)

const Going = z.object({ do: z.enum(['talk', 'agreed', 'thanked']), words, seen })
const Declining = z.object({
  do: z.literal('declined'),
  reason: z.enum(declineReasons, 'partners.mistake.reason'),
  words,
  seen,
})
/** The giver said it on the phone. */
const Withdrawing = z.object({
  do: z.literal('withdrawn'),
  reason: z.enum(withdrawReasons, 'partners.mistake.reason'),
  words,
  seen,
})
/** What was given, when, and what it went to. */
export const Given = z.object({
  given_on: date,
  sek: optionalAmount('partners.mistake.amount'),
  hours: optionalAmount('partners.mistake.amount', 1_000_000),
  in_kind: optionalTexts(500),
  given_to: texts(500, 'partners.mistake.given-to'),
  went_to: optionalLine(300).pipe(
    z
      .string()
      .regex(/^\/[a-z][\w/-]*$/, 'partners.mistake.went-to')
      .nullable(),
  ),
})
type Some = Pick<z.output<typeof Given>, 'sek' | 'hours' | 'in_kind'>

/** A gift is money, hours or things. */
export const needsSomething = <Form extends z.ZodType<Some>>(form: Form): Form =>
  form.refine(
    ({ sek, hours, in_kind }) => sek !== null || hours !== null || Object.keys(in_kind).length > 0,
    {
      error: 'partners.mistake.nothing-given',
      path: ['sek'],
      when: ({ issues }) => issues.length === 0,
    },
  )
const Giving = needsSomething(
  Given.extend({ do: z.literal('given'), organisation: optionalLine(200), words, seen }),
)
/** What the office can do with a pledge, by the button that is pressed. */
export const stepForms = {
  talk: Going,
  agreed: Going,
  thanked: Going,
  declined: Declining,
  withdrawn: Withdrawing,
  given: Giving,
} as const
export type StepForm = z.output<(typeof stepForms)[keyof typeof stepForms]>

/** Whether the report of a year is approved or on its way to be; handed in, because reports stand above. */
export type YearIsClosed = (year: number) => Promise<boolean>

interface Stepping extends Telling {
  by: Member
  number: number
  isYearClosed: YearIsClosed
}

/** The office takes a pledge one step on, and the giver is told in their language. */
export async function stepPledge(
  db: Db,
  { by, number, now, url, isYearClosed }: Stepping,
  form: StepForm,
): Promise<StepRefusal | null> {
  const gift = form.do === 'given' ? form : null
  // Asked before, since reports are another slice's; should one be approved this very moment, the database refuses.
  const given = gift && { isYearClosed: await isYearClosed(Number(gift.given_on.slice(0, 4))) }
  return decideAboutPledges(db, async (tx) => {
    const pledge = found(await pledgeNumbered(tx, number), 'pledge')
    const { id, state, language, email } = pledge
    const { length: steps } = await stepsOf(tx, id)
    const standing = { state, isConfirmed: pledge.confirmed_at !== null, seen: form.seen, steps }
    const refusal = refusalToStep(standing, form.do, given)
    if (refusal) return refusal
    if (gift) await give(tx, pledge, gift, { by: by.id, at: now })
    const reason = 'reason' in form ? form.reason : null
    await addStep(tx, {
      ...{ pledge_id: id, number: steps + 1, kind: form.do, reason, words: form.words },
      ...{ at: now, by_person: by.id },
    })
    if (email) {
      const link = url(language, `/partners/pledges/${await makeLink(tx, id, now)}`)
      const told = { id, number, kind: form.do, reason, words: form.words }
      await queueMail(tx, stepMail({ email, language }, told, link), now)
    }
    await record(tx, { what: `pledge-${form.do}`, by: by.id, about: id, at: now })
    return null
  })
}

/** Writes down what was given, once, where the year's report and the public list read it. */
async function give(
  tx: Tx,
  pledge: { id: string; number: number; giver: string; giver_name: string | null },
  form: z.output<typeof Giving>,
  { by, at }: { by: string; at: string },
): Promise<void> {
  const { given_on, organisation, sek, hours, in_kind, given_to, went_to } = form
  const isOrganisation = pledge.giver === 'organisation'
  const named = isOrganisation ? (organisation ?? pledge.giver_name ?? '') : ''
  const known = named ? await organisationNamed(tx, named) : undefined
  if (known) await changePledge(tx, pledge.id, { organisation_id: known.id })
  await addGift(tx, {
    ...{ id: newId(), year: Number(given_on.slice(0, 4)), sek, hours, in_kind: json(in_kind) },
    ...{ given_to: json(given_to), given_on, went_to, pledge_id: pledge.id },
    organisation_id: known?.id ?? null,
    // The name of a person stays in the pledge, where it is forgotten in time.
    partner_name: known ? null : isOrganisation ? named : `pledge ${pledge.number}`,
    ...{ written_by: by, written_at: at },
  })
}
