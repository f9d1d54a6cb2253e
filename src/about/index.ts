export { answerQuestion, type AnswerRefusal } from './contact/answer-question.ts'
export { forgetQuestions } from './contact/forget-questions.ts'
export {
  answeredQuestions,
  type Question as ContactQuestion,
  questionNumbered,
} from './contact/questions.sql.ts'
export { questionsWaiting } from './contact/waiting.sql.ts'
export { loadPages } from './load-pages.ts'
export { aboutRoutes } from './routes.tsx'
export type { AboutTables } from './tables.ts'
