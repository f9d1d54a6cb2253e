const personal =
  /^\/(sign-ups|evaluations|follow-ups|invitations|sign-in|start|account|office|news\/(?:follow|confirm|unsubscribe))(?![\w-])/

/**
 * Whether an address, without its language, is somebody's own: behind a link in a mail, or behind signing in. Such a
 * page is kept by nobody on the way, and found by no search engine.
 */
export const isPersonal = (path: string): boolean => personal.test(path)
