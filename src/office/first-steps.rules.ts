import type { Urgency } from './urgency.rules.ts'

/** Nobody waits for it yet, but the platform should not be opened before it is done. */
export const urgencyOfFirstStep = (isLeft: boolean): Urgency | null => (isLeft ? 'soon' : null)
