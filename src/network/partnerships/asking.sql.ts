import type { Instant } from '#platform/time.ts'
import type { Reads, Writes } from '../tables.ts'
import type { Outcome } from './tables.ts'

/** Every entry that may be asked, with the question that is open and when the last one ended. */
export const askableEntries = (db: Reads) =>
  db
    .selectFrom('partnership')
    .leftJoin('partnership_asking as asking', (join) =>
      join.onRef('asking.partnership_id', '=', 'partnership.id').on('asking.ended_at', 'is', null),
    )
    .select(['partnership.id', 'partnership.slug', 'partnership.name', 'partnership.state'])
    .select(['partnership.changed_at', 'partnership.confirmed_at', 'partnership.agreed_until'])
    .select(['asking.id as asking_id', 'asking.asked_at', 'asking.asked_again_at'])
    .select((eb) =>
      eb
        .selectFrom('partnership_asking as before')
        .select((of) => of.fn.max('before.ended_at').as('at'))
        .whereRef('before.partnership_id', '=', 'partnership.id')
        .as('last_ended_at'),
    )
    .where('partnership.state', '<>', 'ended')
    .orderBy('partnership.position')

export const addAsking = (tx: Writes, row: { id: string; partnership_id: string; asked_at: Instant }) =>
  tx
    .insertInto('partnership_asking')
    .values({ ...row, asked_again_at: null, ended_at: null, outcome: null })
    .execute()

export const askAgain = (tx: Writes, id: string, at: Instant) =>
  tx.updateTable('partnership_asking').set({ asked_again_at: at }).where('id', '=', id).execute()

export const endAsking = (
  tx: Writes,
  partnershipId: string,
  { outcome, at }: { outcome: Outcome; at: Instant },
) =>
  tx
    .updateTable('partnership_asking')
    .set({ ended_at: at, outcome })
    .where('partnership_id', '=', partnershipId)
    .where('ended_at', 'is', null)
    .execute()

export const addLink = (
  tx: Writes,
  row: {
    token_hash: string
    asking_id: string
    organisation_id: string | null
    party_id: string | null
    created_at: Instant
  },
) => tx.insertInto('partnership_link').values(row).execute()

export const questionOfLink = (db: Reads, tokenHash: string) =>
  db
    .selectFrom('partnership_link as link')
    .innerJoin('partnership_asking as asking', 'asking.id', 'link.asking_id')
    .innerJoin('partnership', 'partnership.id', 'asking.partnership_id')
    .leftJoin('organisation', 'organisation.id', 'link.organisation_id')
    .leftJoin('party', 'party.id', 'link.party_id')
    .select(['asking.id', 'asking.asked_at', 'asking.ended_at', 'asking.outcome', 'asking.partnership_id'])
    .select(['link.organisation_id', 'link.party_id', 'link.created_at'])
    .select(['organisation.name as organisation_name', 'party.name as party_name'])
    .select(['partnership.slug', 'partnership.name', 'partnership.lead', 'partnership.state'])
    .select(['partnership.changed_at', 'partnership.led_to', 'partnership.began_on'])
    .where('link.token_hash', '=', tokenHash)
    .executeTakeFirst()

/** The organisations to ask, each at an address of its own. */
export const organisationsToAsk = (db: Reads, partnershipId: string) =>
  db
    .selectFrom('partnership_organisation')
    .innerJoin('organisation', 'organisation.id', 'partnership_organisation.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.contact_email as email'])
    .where('partnership_id', '=', partnershipId)
    .where('organisation.contact_email', 'is not', null)
    .$narrowType<{ email: string }>()
    .execute()

/** Those who coordinate for the parties of the entry now, each in their language. */
export const coordinatorsToAsk = (db: Reads, partnershipId: string) =>
  db
    .selectFrom('partnership_party')
    .innerJoin('coordinator', 'coordinator.party_id', 'partnership_party.party_id')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .innerJoin('party', 'party.id', 'partnership_party.party_id')
    .select(['party.id', 'party.name', 'person.email', 'person.language'])
    .where('partnership_id', '=', partnershipId)
    .where('coordinator.until', 'is', null)
    .execute()

export const forgetLinks = (tx: Writes, before: Instant) =>
  tx.deleteFrom('partnership_link').where('created_at', '<', before).execute()
