import * as z from 'zod'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalDate, optionalLine } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { type Instant, localDate, plus } from '#platform/time.ts'
import type { Db, Reads } from '../tables.ts'
import { knownOrNew } from './known-person.ts'
import type { Organisation } from './organisations.sql.ts'
import { invitedMail } from './post.mail.ts'
import {
  actsOn,
  type EndRefusal,
  invitationDays,
  type InviteRefusal,
  mistakeInTerm,
  postKinds,
  refusalToEnd,
  refusalToInvite,
} from './posts.rules.ts'
import { addPost, endPost, invitationsOf, invitationWithToken, postsOf } from './posts.sql.ts'
import type { Telling } from './telling.ts'

export const InviteForm = (today: string) =>
  z
    .object({
      name: line(120, 'organisations.join.name-missing'),
      email: emailAddress,
      language: z.enum(languages, 'platform.form.choose'),
      kind: z.enum(postKinds, 'organisations.claim.post-missing'),
      title: optionalLine(120),
      until_day: optionalDate,
    })
    .superRefine(({ kind, until_day }, context) => {
      const mistake = mistakeInTerm(kind, until_day, today)
      if (mistake)
        context.addIssue({ code: 'custom', message: `organisations.term.${mistake}`, path: ['until_day'] })
    })
export type InviteForm = z.output<ReturnType<typeof InviteForm>>

/** Mails somebody a link by which they begin to act for an organisation; until they say yes nothing is given. */
export const invitePerson = (
  db: Db,
  by: Member,
  organisation: Organisation,
  form: InviteForm,
  { now, url, fromList = false }: Telling,
): Promise<InviteRefusal | null> =>
  decide(db, 'organisation', organisation.id, async (tx) => {
    const today = localDate(now)
    const [posts, open] = [await postsOf(tx, organisation.id), await invitationsOf(tx, organisation.id)]
    const refusal = refusalToInvite({
      hasPost: posts.some((post) => post.email === form.email && actsOn(post, today)),
      isInvited: open.some(({ email }) => email === form.email),
      open: open.length,
    })
    if (refusal) return refusal
    const token = newToken()
    const id = newId()
    await tx
      .insertInto('organisation_invitation')
      .values({
        ...{ ...form, id, token_hash: hashOf(token), organisation_id: organisation.id },
        ...{ invited_by: by.id, invited_at: now, answered_at: null, answer: null },
      })
      .execute()
    await record(tx, { what: 'organisation-invited', by: by.id, about: organisation.id, at: now })
    const link = url(form.language, `/network/invited/${token}`)
    await queueMail(tx, invitedMail(form, { id, name: organisation.name, by: by.name, fromList }, link), now)
    return null
  })

/** The invitation behind a mailed link, as long as it is good. */
export async function invitationLinked(db: Reads, token: string, now: Instant) {
  const one = await invitationWithToken(db, hashOf(token))
  return one && plus(one.invited_at, { days: invitationDays }) >= now ? one : undefined
}

/** Whoever was invited says yes or no. Pressing again changes nothing. */
export const answerInvitation = (
  db: Db,
  token: string,
  answer: 'yes' | 'no',
  now: Instant,
): Promise<{ personId: string | null } | null> =>
  decide(db, 'organisation_invitation', hashOf(token), async (tx) => {
    const one = await invitationLinked(tx, token, now)
    if (!one || one.answered_at) return null
    await tx
      .updateTable('organisation_invitation')
      .set({ answered_at: now, answer })
      .where('id', '=', one.id)
      .execute()
    const { organisation_id, kind, title, until_day, invited_by } = one
    const what = answer === 'yes' ? 'organisation-post-begun' : 'organisation-invitation-declined'
    await record(tx, { what, by: null, about: organisation_id, at: now })
    if (answer === 'no') return { personId: null }
    const person = await knownOrNew(tx, one, now)
    await addPost(tx, {
      ...{ id: newId(), organisation_id, person_id: person.id, kind, title, until_day },
      ...{ from_day: localDate(now), given_by: invited_by, given_at: now, ended_at: null, ended_by: null },
      told_at: null,
    })
    return { personId: person.id }
  })

interface Ending {
  by: Member
  organisationId: string
  now: Instant
}

/** From now on they no longer act for it; what they did stays. */
export const endPostOf = (
  db: Db,
  postId: string,
  { by, organisationId, now }: Ending,
): Promise<EndRefusal | null> =>
  decide(db, 'organisation', organisationId, async (tx) => {
    const [posts, today] = [await postsOf(tx, organisationId), localDate(now)]
    const post = found(
      posts.find(({ id }) => id === postId),
      'post',
    )
    const others = posts.filter((one) => one.id !== postId && actsOn(one, today)).length
    const refusal = refusalToEnd(post, others, by.party !== null)
    if (refusal) return refusal
    await endPost(tx, postId, by.id, now)
    await record(tx, { what: 'organisation-post-ended', by: by.id, about: organisationId, at: now })
    return null
  })

/** An invitation that was sent by mistake. */
export const takeBackInvitation = (db: Db, id: string, { by, organisationId, now }: Ending): Promise<void> =>
  decide(db, 'organisation', organisationId, async (tx) => {
    await tx
      .updateTable('organisation_invitation')
      .set({ answered_at: now, answer: 'taken-back' })
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .where('answered_at', 'is', null)
      .execute()
    await record(tx, {
      what: 'organisation-invitation-taken-back',
      by: by.id,
      about: organisationId,
      at: now,
    })
  })
