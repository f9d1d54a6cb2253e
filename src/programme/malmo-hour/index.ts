export { forgetProposals } from './forget-proposals.ts'
export { proposalsWaiting, swapsWaiting } from './office.sql.ts'
export { malmoHourRoutes } from './routes.tsx'
export { type Turn as TurnOfHour, whoseTurn } from './turns.rules.ts'
