export { ledToPart } from './led-to.tsx'
export { exampleThread, threadPart, threadRoutes } from './routes.tsx'
export type { RedThread, ThreadKind } from './thread.rules.ts'
