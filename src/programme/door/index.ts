export { doorRoutes } from './routes.tsx'
