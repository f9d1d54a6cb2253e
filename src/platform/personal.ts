const personal = [
  'account',
  'answers',
  'applications',
  'certificates',
  'contact/mine',
  // The map is everybody's; whoever votes has a page of their own.
  String.raw`dialogue/[\w-]+(?!/map)`,
  'door',
  'evaluations',
  'follow-ups',
  'ideas/mine',
  'in',
  'invitations',
  'minutes',
  'my-commitment',
  'network/(?:alive|claims|invited|join/mine|mine|needs/by-link)',
  'news/(?:follow|confirm|unsubscribe)',
  'office',
  'partners/pledges',
  'plan/next/(?:answer|mine)',
  'sign-in',
  'sign-ups',
  'start',
  'table',
  'theme-wishes',
  'wall',
]
const pattern = new RegExp(String.raw`^/(?:${personal.join('|')})(?![\w-])`)

/**
 * Whether an address, without its language, is somebody's own: behind a link in a mail, or behind signing in. Such a
 * page is kept by nobody on the way, and found by no search engine.
 */
export const isPersonal = (path: string): boolean => pattern.test(path)

const atTheDoor = /^\/(?:sv|en|es)\/(?:office\/events\/[^/]+\/door|door\/[^/]+)$/

/** Whether a page may open the camera: those alone that read codes. */
export const mayUseCamera = (path: string): boolean => atTheDoor.test(path)
