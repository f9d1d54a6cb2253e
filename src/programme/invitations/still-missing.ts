import { organisationsInDirectory, organisationsNamed } from '#network/index.ts'
import type { Texts } from '#platform/language.ts'
import type { Db } from '../tables.ts'
import { groupOf, type InviteGroup, type Presence, presenceOf } from './still-missing.rules.ts'
import { invitationsByOrganisation, lastAddresses, signUpsByOrganisation } from './still-missing.sql.ts'

/** An organisation that is to be invited to a forum, and where it stands. */
export interface ToInvite {
  id: string
  name: Texts
  group: InviteGroup
  presence: Presence
  /** Its own address, or that of the last invitation; null when nobody knows one. */
  address: string | null
}

/** Every organisation of the three groups; never a person. Typed names count where the directory knows them. */
export async function organisationsToInvite(db: Db, eventId: string): Promise<ToInvite[]> {
  const signUps = await signUpsByOrganisation(db, eventId)
  const invitations = await invitationsByOrganisation(db, eventId)
  const typed = [...signUps, ...invitations].flatMap((one) => one.organisation_name ?? [])
  const ids = await organisationsNamed(db, [...new Set(typed)])
  const idOf = (one: { organisation_id: string | null; organisation_name: string | null }) =>
    one.organisation_id ?? ids.get(one.organisation_name ?? '') ?? ''
  const came = Map.groupBy(signUps, idOf)
  const asked = Map.groupBy(invitations, idOf)
  const earlier = await lastAddresses(db)
  return (await organisationsInDirectory(db)).flatMap(({ id, name, sector, kind, contact_email }) => {
    const group = groupOf({ sector, kind })
    if (!group) return []
    const presence = presenceOf(came.get(id)?.length ?? 0, asked.get(id) ?? [])
    return [{ id, name, group, presence, address: contact_email ?? earlier.get(id) ?? null }]
  })
}
