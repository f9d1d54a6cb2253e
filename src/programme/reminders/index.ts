export { mailsRoutes } from './routes.tsx'
export { sendDueLetters } from './send-due-letters.ts'
export { tellHowFull } from './tell-how-full.ts'
