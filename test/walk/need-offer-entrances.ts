import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in where organisations' needs and offers are. */
export const needOfferEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/network/needs', '/network/needs/how', '/network/needs/:id'),
  ...pages('signedIn', '/network/needs/mine'),
  ...both('signedIn', '/network/needs/mine/new'),
  // Whoever acts for the organisation, and the office, which says yes for nobody.
  ...both('organiser', '/network/needs/mine/entries/:id'),
  ...both('organisation', '/network/needs/mine/suggestions/:id'),
  ...pages('link', '/network/needs/by-link/:token'),
  ...both('link', '/network/needs/by-link/:token/new', '/network/needs/by-link/:token/entries/:id'),
  ...both('link', '/network/needs/by-link/:token/suggestions/:id'),
  ...pages('coordinator', '/office/needs-offers'),
  ...both('coordinator', '/office/needs-offers/:id'),
]
