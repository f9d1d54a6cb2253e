export { type OfficeOptions, officeRoutes } from './routes.tsx'
