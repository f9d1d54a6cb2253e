import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in where partnerships and the picture of the network are. */
export const networkEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/network/partnerships', '/network/picture', '/network/ask'),
  ...both('link', '/network/alive/:token'),
  ...pages('everybody', '/network/organisations.csv', '/network/partnerships.csv', '/network/needs.csv'),
  ...pages('everybody', '/recommendations.csv', '/plan/commitments.csv'),
  ...pages('coordinator', '/network/organisations/:slug/people.csv'),
  ...pages(
    'coordinator',
    '/office/pledges.csv',
    '/office/coordinators.csv',
    '/office/inbox.csv',
    '/office/record.csv',
    '/office/news.csv',
    '/office/moderation.csv',
  ),
  ...pages('coordinator', '/office/agreement/signatories.csv'),
  ...pages('signedIn', '/office/events.csv'),
  ...both('coordinator', '/office/lists', '/office/lists/:id'),
  ...pages('coordinator', '/office/lists/organisations.csv', '/office/lists/contacts.csv'),
  ...pages('coordinator', '/office/lists/organisations/template.csv', '/office/lists/contacts/template.csv'),
]
