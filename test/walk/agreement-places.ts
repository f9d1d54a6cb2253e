import { hashOf } from '#platform/ids.ts'
import type { PlanTables } from '#plan/tables.ts'
import type { World } from '../world.ts'

type Of = (query: string) => Promise<Record<string, string>>

/** Addresses of the agreement that hold something of the sample year, or made for the walk. */
export async function agreementPlaces({ database, clock }: World, of: Of): Promise<Record<string, string>> {
  const token = 'join-link-of-the-walk'
  const waiting = (await of(`select id from signatory where state = 'waiting'`))['id'] ?? ''
  const row = { token_hash: hashOf(token), signatory_id: waiting, created_at: clock.now }
  await database.as<PlanTables>().insertInto('signatory_link').values(row).execute()
  const original = `select agreement_original.id from agreement_original
    join agreement_version on agreement_version.id = version_id where number = 2`
  const asked = `select id from joint_decision where kind = 'take-in-party'`
  return {
    '/versions/:number/original/:id': `/versions/2/original/${(await of(original))['id']}`,
    '/agreement/versions/:number': '/agreement/versions/2',
    '/agreement/signatories/:id': `/agreement/signatories/${waiting}`,
    '/agreement/confirm/:token': `/agreement/confirm/${token}`,
    '/substitutes/:id': `/substitutes/${(await of('select id from substitute'))['id']}`,
    '/parties/new/:id': `/parties/new/${(await of(asked))['id']}`,
  }
}
