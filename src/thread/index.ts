export { exampleThread, threadPart, threadRoutes } from './routes.tsx'
export { ThreadInBrief } from './thread.page.tsx'
export type { Bead, RedThread, ThreadKind } from './thread.rules.ts'
export { threadOf } from './thread-of.ts'
