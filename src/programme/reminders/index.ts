export { levels as fullnessLevels } from './fullness.rules.ts'
export { mailsRoutes } from './routes.tsx'
export { sendDueLetters } from './send-due-letters.ts'
export { tellHowFull } from './tell-how-full.ts'
