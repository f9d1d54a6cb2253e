export { doorRoutes } from './door-routes.tsx'
