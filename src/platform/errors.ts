/** There is no such thing, or it is not this visitor's to see: the answer is the same, so that nothing leaks. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person who runs the platform must do something; the message is a plain sentence saying what. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}

/** The thing itself, or `NotFound` when there is none. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === undefined || thing === null) throw new NotFound(`no such ${what}`)
  return thing
}

/** The message of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
