export { moveWiping } from './move-wiping.ts'
export { forgetSignUps, wipeAnswers } from './forget-sign-ups.ts'
export { needsRoutes } from './needs-routes.tsx'
export { questionRoutes } from './questions-routes.tsx'
