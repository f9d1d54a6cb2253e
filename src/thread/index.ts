export { ledToPart } from './led-to.tsx'
export { exampleThread, threadPart, threadRoutes } from './routes.tsx'
export { forgetThreadFollowers, tellOfThreads } from './following/tell-followers-of-thread.ts'
export type { RedThread, ThreadKind } from './thread.rules.ts'
