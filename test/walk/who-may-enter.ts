/**
 * Who gets in at each address. everybody: without signing in. link: whoever has the secret in the address.
 * signedIn: any member. organiser: who looks after the event in the address. coordinator: of either party.
 * city: of the city alone, since what stands in the address is the city's.
 * An address that is not here fails the walk: say who may enter before anybody does.
 */
export type Entrance = 'everybody' | 'link' | 'signedIn' | 'organiser' | 'coordinator' | 'city'

const both = (entrance: Entrance, ...patterns: string[]): [string, Entrance][] =>
  patterns.flatMap((pattern): [string, Entrance][] => [
    [`GET ${pattern}`, entrance],
    [`POST ${pattern}`, entrance],
  ])
const pages = (entrance: Entrance, ...patterns: string[]): [string, Entrance][] =>
  patterns.map((pattern) => [`GET ${pattern}`, entrance])

const courses = '/office/series/co-creating-change/courses'
const event = '/office/events/:id'
const recommendation = `${event}/recommendations/:recommendation`

export const whoMayEnter: ReadonlyMap<string, Entrance> = new Map([
  ...pages(
    'everybody',
    '/',
    '/health',
    '/calendar',
    '/calendar.ics',
    '/events/:slug',
    '/events/:slug/event.ics',
  ),
  ...pages('everybody', '/series', '/series/:key', '/series/:key/calendar.ics', '/year/:year'),
  ...both('everybody', '/events/:slug/evaluation'),
  ...pages('everybody', '/needs', '/needs/sent'),
  ...both('everybody', '/needs/new', '/needs/offer', '/needs/:number'),
  ...both('link', '/needs/mine/:token'),
  ...pages('everybody', '/events/:slug/evaluation/thanks'),
  ...both('everybody', '/events/:slug/sign-up', '/news/follow', '/sign-in', '/sign-in/sample/:role'),
  ...pages('everybody', '/events/:slug/signed-up', '/sign-in/sent', '/news/follow/asked'),
  ...pages('everybody', '/recommendations', '/recommendations/:number', '/thread/:kind/:key'),
  ...pages('everybody', '/plan', '/plan/agreement', '/plan/periods/:slug'),
  ...pages('everybody', '/plan/goals/:number', '/plan/commitments/:number'),
  ...pages('everybody', '/network', '/network/organisations/:slug', '/network/:slug'),
  ...pages('everybody', '/news', '/news.atom', '/news/:slug', '/about', '/about/:key'),
  ...pages('everybody', '/assets/*', '/pictures/:file{[0-9a-f-]+\\.webp}'),
  ...pages('everybody', '/materials/:material', '/materials/:material/:name'),
  ...pages('everybody', '/library', '/library.atom', '/library/themes/:slug'),
  ...pages('everybody', '/who-met', '/who-met/:year', '/who-met/:year/:series'),

  ...both('everybody', '/series/malmo-hour/propose'),
  ...pages('everybody', '/series/malmo-hour/proposed'),
  ...both('link', '/presentations/:token'),
  ...pages('coordinator', '/office/series/malmo-hour/turns'),
  ...both('coordinator', '/office/series/malmo-hour/swaps/new', '/office/series/malmo-hour/swaps/:swap'),
  ...both('city', '/office/series/malmo-hour/proposals/:proposal'),
  ...pages('organiser', `${event}/slots`),
  [`POST ${event}/slots`, 'coordinator'],
  ...pages('everybody', '/courses/:slug', '/courses/:slug/applied', '/certificates', '/certificates/:number'),
  ...both('everybody', '/courses/:slug/apply'),
  ...both('link', '/applications/:token'),
  ...pages('link', '/applications/:token/certificate.pdf'),
  ...both('coordinator', `${courses}/new`, `${courses}/:course`, `${courses}/:course/selection`),
  ...both('coordinator', `${courses}/:course/group`),
  ...pages('coordinator', courses),

  ...both('link', '/minutes/:token'),
  ...both('organiser', `${event}/notes/send`, `${event}/notes/publish`, `${event}/notes/add`),
  ...both('organiser', `${event}/notes/corrections/:correction`),
  ...both('coordinator', `${event}/notes/approve`, `${event}/notes/erase`),
  ...both('link', '/sign-in/with/:token', '/start/:token', '/sign-ups/:token', '/sign-ups/:token/cancel'),
  ...both('link', '/sign-ups/:token/companions/:companion'),
  ...both('link', '/evaluations/:token', '/follow-ups/:token'),
  ...both('link', '/invitations/:token', '/invitations/:token/somebody-else'),
  ...both('link', '/news/confirm/:token', '/news/unsubscribe/:token'),

  ...pages('signedIn', '/office', '/office/events'),
  ...both('signedIn', '/account'),

  ...pages('organiser', event, `${event}/evaluation`, `${event}/sign-ups`, `${event}/sign-ups.csv`),
  ...both(
    'organiser',
    `${event}/edit`,
    `${event}/mails`,
    `${event}/publish`,
    `${event}/cancel`,
    `${event}/door`,
    `${event}/seats`,
    `${event}/waiting`,
    `${event}/notes`,
  ),
  ...pages('organiser', `${event}/door/list`),
  ...pages('organiser', `${event}/paper`, `${event}/paper/door-list`, `${event}/paper/name-tags`),
  ...pages('organiser', `${event}/paper/signs`),
  ...both('organiser', `${event}/door/stewards`, `${event}/tables`),
  ...both('link', '/door/:token', '/door/:token/ask/:comer'),
  ...pages('link', '/door/:token/list', '/in/:code', '/sign-ups/:token/door', '/sign-ups/:token/code.svg'),
  ['POST /door/:token/scans', 'link'],
  ['POST /door/:token/remember', 'link'],
  [`POST ${event}/door/scans`, 'organiser'],
  ...both('organiser', `${event}/invitations`, `${event}/invitations/for-whom`, `${event}/invitations/new`),
  ...both('organiser', `${event}/invitations/send`, `${event}/invitations/remind`),
  ...both('organiser', `${event}/programme`, `${event}/programme/:item`, `${event}/speakers/:speaker`),
  ...pages('organiser', `${event}/materials`),
  ...both('organiser', `${event}/materials/:material`),
  ...both('coordinator', `${event}/copy`, `${event}/workshop`),
  ...both('organiser', `${event}/chain`),
  ...both('organiser', `${event}/arrangers`, `${event}/themes`),
  ...both('coordinator', `${event}/copy`),
  ...both('organiser', `${event}/questions`, `${event}/questions/new`, `${event}/questions/:question`),
  ...both('organiser', `${event}/ask/:signUp`),
  ...pages('organiser', `${event}/ask`, `${event}/answers`, `${event}/answers/names`),
  ...pages('organiser', `${event}/needs`, `${event}/needs/names`, `${event}/held`),
  ...both('organiser', `${event}/recommendations/new`, `${recommendation}/edit`, `${recommendation}/remove`),
  ...both('organiser', `${recommendation}/hand-over`, `${recommendation}/answer`),

  ...both(
    'coordinator',
    '/office/events/new',
    '/office/commitments/new',
    '/office/commitments/:number/update',
  ),
  ...both(
    'coordinator',
    '/office/recommendations/:id/commitment',
    '/office/coordinators',
    '/office/coordinators/:id/end',
  ),
  ...pages(
    'coordinator',
    '/office/goals',
    '/office/held',
    '/office/network',
    '/office/news',
    '/office/pages',
    '/office/record',
    '/office/series',
  ),
  ...both('coordinator', '/office/goals/:number/edit', '/office/goals/:number/adopt', '/office/pages/:key'),
  ...both(
    'coordinator',
    '/office/series/:key',
    '/office/series/:key/promise',
    '/office/series/:key/missed/:year',
  ),
  ...both('coordinator', '/office/series/:key', '/office/series/:key/light', '/office/themes/:theme'),
  ...pages('coordinator', '/office/themes'),
  ...pages('coordinator', '/office/series/lunch-and-learn/needs'),
  ...both('coordinator', '/office/series/lunch-and-learn/needs/:number'),
  ...both('coordinator', '/office/series/lunch-and-learn/needs/offers/:offer'),
  ...both('coordinator', '/office/network/organisations/new', '/office/network/organisations/:id'),
  ...both('coordinator', '/office/network/partnerships/new', '/office/network/partnerships/:id'),
  ...both('coordinator', '/office/news/links', '/office/news/new', '/office/news/:id'),
  ...both('coordinator', '/office/news/:id/publish', '/office/news/:id/take-down'),
  ...both('coordinator', '/office/mails', '/office/mails/:id', '/office/jobs'),
  ...pages('coordinator', '/office/plans'),
  ...both('coordinator', '/office/agreement', '/office/plans/new', '/office/plans/:slug'),
])
