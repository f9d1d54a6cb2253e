import type { Capacity } from '../capacity.ts'

/** A Dialogforum invites all three: every organisation of civil society, the committees, and all departments. */
export const inviteGroups = ['civil-society', 'committees', 'departments'] as const
export type InviteGroup = (typeof inviteGroups)[number]

/** Which of the three an organisation of the directory belongs to; null for universities, companies and others. */
export function groupOf({ sector, kind }: { sector: string; kind: string }): InviteGroup | null {
  if (sector === 'civil-society') return 'civil-society'
  if (kind === 'committee') return 'committees'
  return kind === 'department' ? 'departments' : null
}

/** What whoever comes for an organisation of a group takes part as. */
export const capacityOfGroup: Record<InviteGroup, Capacity> = {
  'civil-society': 'civil-society',
  committees: 'elected',
  departments: 'civil-servant',
}

/** coming: somebody of it has signed up. no-answer: it was invited, and nobody has signed up yet. */
export type Presence = 'coming' | 'declined' | 'no-answer' | 'not-invited'

/** Where an organisation stands: a sign-up says more than an answer, and an answer more than an invitation. */
export function presenceOf(
  signUps: number,
  invitations: readonly { declined_at: string | null }[],
): Presence {
  if (signUps > 0) return 'coming'
  if (invitations.length === 0) return 'not-invited'
  return invitations.every((one) => one.declined_at !== null) ? 'declined' : 'no-answer'
}

export interface GroupNumbers extends Record<Presence, number> {
  group: InviteGroup
  all: number
}

/** How many organisations of each group stand where. */
export const numbersOf = (lines: readonly { group: InviteGroup; presence: Presence }[]): GroupNumbers[] =>
  inviteGroups.map((group) => {
    const own = lines.filter((line) => line.group === group)
    const many = (presence: Presence): number => own.filter((line) => line.presence === presence).length
    return {
      ...{ group, all: own.length, coming: many('coming'), declined: many('declined') },
      ...{ 'no-answer': many('no-answer'), 'not-invited': many('not-invited') },
    }
  })
