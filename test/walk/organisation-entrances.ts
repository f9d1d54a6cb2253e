import { both, type Entrance, pages } from './entrance.ts'

const organisation = '/network/organisations/:slug'

/** The addresses of organisations. */
export const organisationEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', organisation, '/network/join/sent', '/network/claims/sent'),
  ...both('everybody', '/network/join', `${organisation}/claim`),
  ...both('link', '/network/join/mine/:token', '/network/claims/:token', '/network/invited/:token'),
  ...pages('signedIn', '/network/mine'),
  ...both('coordinator', `${organisation}/edit`, `${organisation}/people`, `${organisation}/members`),
  ...both('coordinator', `${organisation}/end`),
  ...pages('coordinator', '/office/network/queue'),
  ...both('coordinator', '/office/network/applications/:id', '/office/network/claims/:id'),
  ...both('coordinator', '/office/network/organisations/:id/merge'),
]
