import type { Merging } from '#network/index.ts'
import {
  draftsAfterMerging,
  obstacleToMerging,
  ownersAfterMerging,
  signatoriesAfterMerging,
} from '#plan/index.ts'
import type { Tx } from '#plan/tables.ts'
import { nameArrangersAnew } from '#programme/index.ts'
import type { Tx as ProgrammeTx } from '#programme/tables.ts'

/**
 * Every column that points at an organisation, and how its rows move when a double becomes another. A test compares it
 * with the database, so that a new one is not forgotten.
 */
export const organisationPointers: Merging['pointers'] = [
  { table: 'partnership_organisation', column: 'organisation_id', once: ['partnership_id'] },
  // What happened with a partnership never changes; it is read through the merge.
  { table: 'partnership_step', column: 'organisation_id', stays: true },
  { table: 'partnership_link', column: 'organisation_id' },
  { table: 'pledge', column: 'organisation_id' },
  { table: 'need_offer', column: 'organisation_id' },
  { table: 'need_offer_link', column: 'organisation_id' },
  { table: 'recommendation', column: 'receiver_organisation_id' },
  { table: 'commitment_owner', column: 'organisation_id', stays: true },
  { table: 'sign_up', column: 'organisation_id' },
  { table: 'invitation', column: 'organisation_id' },
  { table: 'lunch_need', column: 'organisation_id' },
  { table: 'lunch_offer', column: 'organisation_id' },
  { table: 'lunch', column: 'partner_id' },
  { table: 'course_application', column: 'organisation_id' },
  { table: 'event_arranger', column: 'organisation_id', once: ['event_id'] },
  // Both stand on the list of those who joined: one line stays, the other is kept behind it.
  { table: 'signatory', column: 'organisation_id', stays: true },
  { table: 'carry_link', column: 'organisation_id', once: ['successor_id'] },
  { table: 'partner_gift', column: 'organisation_id' },
  { table: 'survey_asked', column: 'organisation_id', once: ['survey_id'], both: 'let-go' },
  { table: 'organisation_member', column: 'member_id', once: ['umbrella_id'] },
  { table: 'organisation_member', column: 'umbrella_id', once: ['member_id'] },
  {
    ...{ table: 'organisation_post', column: 'organisation_id', once: ['person_id', 'kind'] },
    ...{ while: 'ended_at', both: { ended: {} } },
  },
  {
    ...{ table: 'organisation_invitation', column: 'organisation_id', once: ['email'] },
    ...{ while: 'answered_at', both: { ended: { answer: 'taken-back' } } },
  },
  { table: 'organisation_claim', column: 'organisation_id' },
  { table: 'organisation_application', column: 'organisation_id' },
  // What a list made stays written down as it was made; it is read through the merge.
  { table: 'list_import_line', column: 'organisation_id', stays: true },
]

// Handles of the whole database come here; the network spells fewer tables of them than the plan.
const ofPlan = (tx: Parameters<Merging['obstacle']>[0]): Tx => tx as Tx

export const organisationMerging: Merging = {
  pointers: organisationPointers,
  obstacle: (tx, fromId) => obstacleToMerging(ofPlan(tx), fromId),
  after: async (tx, fromId, intoId) => {
    await signatoriesAfterMerging(ofPlan(tx), fromId, intoId)
    await draftsAfterMerging(ofPlan(tx), fromId, intoId)
    await ownersAfterMerging(ofPlan(tx), fromId)
    await nameArrangersAnew(tx as ProgrammeTx, intoId)
  },
}
