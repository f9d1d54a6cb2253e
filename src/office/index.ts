export { tellDuties } from './duties/tell-duties.ts'
export { type OfficeOptions, officeRoutes } from './routes.tsx'
export { answerTexts } from './inbox/answer-texts.sql.ts'
