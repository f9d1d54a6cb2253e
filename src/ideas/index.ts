export { forgetIdeas } from './forget-ideas.ts'
export { ideaRoutes, takesLargeForms } from './routes.tsx'
export { tellOfIdeas } from './tell-of-ideas.ts'
