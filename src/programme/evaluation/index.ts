export { EvaluationSection } from './results.page.tsx'
export { resultsOf } from './results.ts'
export { evaluationRoutes } from './routes.tsx'
export { showAnswers } from './show-answers.ts'
