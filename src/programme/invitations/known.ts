import { inLanguage, type Language, type Texts } from '#platform/language.ts'
import type { ProgrammeEvent } from '../events.sql.ts'
import type { Capacity, Reads, SignUpRow } from '../tables.ts'
import { type ForWhomRefusal, refusalByForWhom } from './for-whom.rules.ts'
import { audienceOf } from './for-whom.sql.ts'
import { invitationLettingIn, organisationName, rememberedOf } from './invitations.sql.ts'
import { peopleOn } from './invited.sql.ts'
import type { InvitationRow } from './tables.ts'
import { type Asking, askingAt } from '../questions/ask-at-sign-up.ts'

/** What is known of whoever comes by a link, so that it need not be typed. */
export interface Known {
  name: string | null
  capacity: Capacity | null
  organisation: string | null
}

/** From the invitation itself, else from the last time that the same address signed up for anything and confirmed it. */
export async function knownOf(db: Reads, invitation: InvitationRow, language: Language): Promise<Known> {
  const { email, kind, name, capacity } = invitation
  const named = (await organisationName(db, invitation.organisation_id)) ?? invitation.organisation_name
  // Many people come by an organisation's link: what one of them said earlier is not for the others.
  if (kind === 'organisation') return { name: null, capacity, organisation: inWords(named, language) }
  const remembered = email ? await rememberedOf(db, email) : undefined
  const earlier = remembered?.organisation ?? remembered?.organisation_name ?? null
  return {
    name: name ?? remembered?.name ?? null,
    capacity: capacity ?? remembered?.capacity ?? null,
    organisation: inWords(named ?? earlier, language),
  }
}

/**
 * What whoever comes by a link is asked at once: nothing that can wait for the page of the sign-up, and so nothing at
 * all, unless there is a question that nobody may leave open.
 */
export async function askedByLink(db: Reads, event: ProgrammeEvent): Promise<Asking> {
  const asking = await askingAt(db, event)
  const cannotWait = asking.questions.some(({ required }) => required === 1)
  return { ...asking, questions: cannotWait ? asking.questions : [], tableQuestion: false }
}

const inWords = (name: Texts | string | null, language: Language): string | null =>
  name === null || typeof name === 'string' ? name : inLanguage(name, language)

/** Whether others than the invited address may come by the link. */
export async function mayBePassedOn(db: Reads, { kind, event_id }: InvitationRow): Promise<boolean> {
  if (kind === 'organisation') return true
  return kind === 'person' && (await audienceOf(db, event_id)).people_max > 1
}

/** An invitation as the rule wants to know it: who sent it, and how many more may come on it. */
export async function invitationAt(db: Reads, event: ProgrammeEvent, invitation: InvitationRow) {
  const { id, kind, taken_back_at, people_max } = invitation
  if (event.for_whom !== 'invitation') return { kind, taken_back_at, left: Infinity }
  const max = people_max ?? (await audienceOf(db, event.id)).people_max
  return { kind, taken_back_at, left: max - (await peopleOn(db, event.id, id)) }
}

/** The invitation that lets an address in, as the rule wants to know it. */
async function invitationOfGuest(db: Reads, event: ProgrammeEvent, email: string | null) {
  const invitation = email === null ? undefined : await invitationLettingIn(db, event.id, email)
  return invitation ? invitationAt(db, event, invitation) : null
}

/** Why somebody who was signed up cannot come back now, or null. */
export const refusalToComeBack = async (
  db: Reads,
  event: ProgrammeEvent,
  { email, capacity }: SignUpRow,
): Promise<ForWhomRefusal | null> =>
  refusalByForWhom(event, { capacity, invitation: await invitationOfGuest(db, event, email) })

/** Why somebody cannot take part as something else from now on, or null. Whatever one came as stays allowed. */
export async function refusalToTakePartAs(
  db: Reads,
  event: ProgrammeEvent,
  signUp: SignUpRow,
  capacity: Capacity,
): Promise<ForWhomRefusal | null> {
  if (event.for_whom !== 'sectors' || capacity === signUp.capacity) return null
  return refusalToComeBack(db, event, { ...signUp, capacity })
}
