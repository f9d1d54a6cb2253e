import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import type { Language } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Letters } from '../sign-up/letters.ts'
import type { Db, Writes } from '../tables.ts'
import { type Call, callWithId } from './calls.sql.ts'
import { addProposal, addSupport, changeSupport, proposalWithId, supportBy } from './proposals.sql.ts'
import type { ProposeForm, SecondForm } from './support-form.ts'
import type { SupportRow } from './tables.ts'
import {
  isSet,
  mailsPerAddress,
  type ProposeRefusal,
  refusalToPropose,
  refusalToSecond,
  type SecondRefusal,
  wishesPerNetwork,
} from './theme-call.rules.ts'
import { confirmMail } from './theme-calls.mail.ts'

/** Somebody who takes part in a call. */
export interface TakingPart extends Pick<Letters, 'now' | 'url'> {
  /** The visitor's network, for limits alone. */
  from: string
  /** The language the page was read in, for the mails. */
  language: Language
  /** Whether the address is known to be theirs, because they are signed in. */
  isKnown: boolean
}

/** Puts forward a theme. It shows when its author has confirmed the address and a coordinator has read it. */
export function proposeTheme(db: Db, callId: string, form: ProposeForm, by: TakingPart) {
  return decide(db, 'theme_call', callId, async (tx): Promise<ProposeRefusal | 'too-many' | null> => {
    const call = found(await callWithId(tx, callId), 'call')
    const refusal = refusalToPropose(call, isSet(call), by.now)
    if (refusal) return refusal
    if (!(await withinBounds(tx, form.email, by))) return 'too-many'
    const { id, title, why, who, language } = form
    const words = { id, call_id: callId, title, why, who, language, proposed_at: by.now }
    const unread = { state: 'waiting' as const, reason: null, decided_at: null, decided_by: null }
    if (!(await addProposal(tx, { ...words, ...unread }))) return null
    await takePart(tx, call, { ...form, kind: 'proposed', proposal: form }, by)
    return null
  })
}

/** Seconds a proposal, once per person however often they ask. */
export function secondProposal(
  db: Db,
  place: { callId: string; id: string },
  form: SecondForm,
  by: TakingPart,
) {
  return decide(db, 'theme_call', place.callId, async (tx): Promise<SecondRefusal | 'too-many' | null> => {
    const call = found(await callWithId(tx, place.callId), 'call')
    const proposal = found(await proposalWithId(tx, place.callId, place.id), 'proposal')
    const refusal = refusalToSecond(call, isSet(call), proposal.state, by.now)
    if (refusal) return refusal
    if (!(await withinBounds(tx, form.email, by))) return 'too-many'
    await takePart(tx, call, { ...form, kind: 'seconded', proposal }, by)
    return null
  })
}

const withinBounds = (tx: Writes, email: string, { from, now }: TakingPart): Promise<boolean> =>
  withinLimits(
    tx,
    [
      { key: `themes:network:${from}`, ...wishesPerNetwork },
      { key: `themes:address:${hashOf(email)}`, ...mailsPerAddress },
    ],
    now,
  )

interface Part extends SecondForm {
  kind: SupportRow['kind']
  proposal: { id: string; title: string }
}

/** Everybody gets the same answer, so nobody learns who has seconded what. */
async function takePart(tx: Writes, call: Call, part: Part, by: TakingPart): Promise<void> {
  const { email, capacity, kind, proposal } = part
  const { now, language, isKnown, url } = by
  const before = await supportBy(tx, proposal.id, email)
  if (before?.confirmed_at) return
  const token = newToken()
  const said = { capacity, language, wants_news: part.wants_news ? 1 : 0, token_hash: hashOf(token) }
  const times = { asked_at: now, confirmed_at: isKnown ? now : null }
  const row = { id: newId(), proposal_id: proposal.id, kind, email, forgotten_at: null, ...said, ...times }
  if (before) await changeSupport(tx, before.id, { ...said, ...times })
  else await addSupport(tx, row)
  if (isKnown) return recordPart(tx, { ...row, call_id: call.id }, now)
  const link = url(language, `/theme-wishes/${token}`)
  const facts = { email, language, kind, title: proposal.title, series: call.series_name, link }
  await queueMail(tx, { ...confirmMail(facts), about: call.id }, now)
}

/** Who it was stays out of the record. */
export const recordPart = (
  tx: Writes,
  { kind, call_id, proposal_id }: { kind: SupportRow['kind']; call_id: string; proposal_id: string },
  at: Instant,
): Promise<void> =>
  record(tx, {
    ...{ what: kind === 'proposed' ? 'theme-proposed' : 'theme-seconded', by: null, about: call_id, at },
    detail: { proposal: proposal_id },
  }).then(() => undefined)
