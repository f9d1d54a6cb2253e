export { paperRoutes } from './paper-routes.tsx'
