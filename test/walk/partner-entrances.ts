import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in where partners are. */
export const partnerEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/partners', '/partners/given', '/partners/given.csv', '/partners/outcome'),
  ...both('everybody', '/partners/pledge'),
  ...pages('everybody', '/partners/pledge/sent'),
  ...both('link', '/partners/pledges/:token'),
  ...pages('link', '/partners/pledges/:token/agreement'),
  ...pages('coordinator', '/office/pledges'),
  ...both('coordinator', '/office/pledges/:number', '/office/pledges/:number/agreement'),
  ...both('coordinator', '/office/pledges/needs', '/office/pledges/needs/new', '/office/pledges/needs/:id'),
]
