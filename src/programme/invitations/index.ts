export { invitationOfficeRoutes } from './office-routes.tsx'
