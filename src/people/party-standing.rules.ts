export const partyStandings = ['joined', 'paused', 'left'] as const
export type PartyStanding = (typeof partyStandings)[number]
