export { chainPart } from './chain.page.tsx'
export { chainRoutes } from './chain-routes.tsx'
export { workshopRoutes } from './workshop-routes.tsx'
export { type ChainStep, nextAfter, stepsBefore } from './load-chain.ts'
