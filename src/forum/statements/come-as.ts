import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { type Instant, plus } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import type { InDialogue } from './be-known.ts'
import { linkDays } from './dialogue.rules.ts'
import { dialogueWithId } from './dialogues.sql.ts'
import { findVoters } from './find-voters.ts'
import { mergeVoters } from './merge-voters.ts'
import {
  addVoter,
  changeVoter,
  linkOfToken,
  type Person,
  personOf,
  signUpOfLink,
  useLink,
  voterOfSignUp,
  voterOfToken,
  voterWithAddress,
} from './voters.sql.ts'

/** `cookie`: the browser was known as somebody else, and gets another one. */
export type Come = { refusal: 'too-many-people' | 'link-too-old' } | { refusal: null; cookie: string | null }

/**
 * Whoever reads the mail presses its button: from then on this browser, the one that asked, and any other that is known by
 * the same address are one person.
 */
export function pressLink(db: Db, me: InDialogue, token: string): Promise<Come> {
  const { dialogueId, now } = me
  return decide(db, 'dialogue', dialogueId, async (tx) => {
    const link = found(await linkOfToken(tx, dialogueId, hashOf(token)), 'link')
    if (isTooOld(link.created_at, now)) return { refusal: 'link-too-old' }
    const asked = found(await personOf(tx, link.voter_id), 'voter')
    found(asked.forgotten_at === null || null, 'voter who is still known')
    const known = await voterWithAddress(tx, dialogueId, link.email)
    const one = known ?? asked
    if (!known) await changeVoter(tx, one.id, { email: link.email, confirmed_at: now })
    await mergeVoters(tx, asked.id, one.id)
    await useLink(tx, link.token_hash, now)
    return comeAs(tx, me, one.id)
  })
}

export const isTooOld = (madeAt: Instant, now: Instant): boolean => plus(madeAt, { days: linkDays }) < now

/** Whoever comes from their sign-up's own page votes as that sign-up, on whatever device. */
export function comeFromSignUp(db: Db, me: InDialogue, token: string): Promise<Come> {
  const { dialogueId } = me
  return decide(db, 'dialogue', dialogueId, async (tx) => {
    const dialogue = found(await dialogueWithId(tx, dialogueId), 'dialogue')
    const signUp = found(await signUpOfLink(tx, dialogue.event_id, hashOf(token)), 'sign-up')
    found(signUp.state !== 'cancelled' || null, 'sign-up that stands')
    return comeAs(tx, me, await personOfSignUp(tx, me, signUp))
  })
}

type SignUp = NonNullable<Awaited<ReturnType<typeof signUpOfLink>>>

/** Who votes as this sign-up already, or is known by its address, or comes in this browser and is nobody else. */
async function personOfSignUp(tx: Db, me: InDialogue, signUp: SignUp): Promise<string> {
  const { dialogueId, now, language } = me
  const bySignUp = await voterOfSignUp(tx, dialogueId, signUp.id)
  if (bySignUp) return bySignUp.id
  const byAddress = signUp.email ? await voterWithAddress(tx, dialogueId, signUp.email) : undefined
  const here = await voterOfToken(tx, dialogueId, me.tokenHash)
  const one = byAddress ?? (here && isNobodyYet(here) ? here : undefined)
  const told = {
    sign_up_id: signUp.id,
    capacity: one?.capacity ?? signUp.capacity,
    sector_asked_at: now,
    ...(!one?.email && signUp.email && { email: signUp.email, confirmed_at: now }),
  }
  if (one) {
    await changeVoter(tx, one.id, told)
    return one.id
  }
  const id = newId()
  const row = { id, dialogue_id: dialogueId, token_hash: hashOf(newToken()), language, created_at: now }
  await addVoter(tx, { ...row, ...told })
  return id
}

const isNobodyYet = ({ email, sign_up_id }: Pick<Person, 'email' | 'sign_up_id'>): boolean =>
  email === null && sign_up_id === null

/**
 * This browser is that person's from now on. What was voted in it counts as theirs, unless it was known as somebody else's:
 * families share computers.
 */
async function comeAs(tx: Db, me: InDialogue, personId: string): Promise<Come> {
  const { dialogueId, language, now } = me
  const [mine] = await findVoters(tx, dialogueId, [me])
  if (!mine) return { refusal: 'too-many-people' }
  const here = found(await personOf(tx, mine), 'voter')
  if (here.id === personId) return { refusal: null, cookie: null }
  if (isNobodyYet(here)) {
    await mergeVoters(tx, here.id, personId)
    return { refusal: null, cookie: null }
  }
  const cookie = newToken()
  const row = { id: newId(), dialogue_id: dialogueId, token_hash: hashOf(cookie), language, created_at: now }
  await addVoter(tx, { ...row, capacity: null, merged_into: personId })
  return { refusal: null, cookie }
}
