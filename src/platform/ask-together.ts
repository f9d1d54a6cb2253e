import { setImmediate as nextRound } from 'node:timers/promises'

/** Questions that are about to be asked, for each handle. */
const questions = new WeakMap<object, Map<string, Promise<unknown>>>()

/**
 * A question that many ask in the same instant, as when everybody wants a seat, is asked once for all of them. Nobody
 * gets an answer that is older than their question: whoever comes when it has been asked waits for the next time.
 */
export function askTogether<R>(db: object, question: string, ask: () => Promise<R>): Promise<R> {
  const ofHandle = questions.get(db) ?? new Map<string, Promise<unknown>>()
  questions.set(db, ofHandle)
  const known = ofHandle.get(question)
  if (known) return known as Promise<R>
  const answer = nextRound().then(() => {
    ofHandle.delete(question)
    return ask()
  })
  ofHandle.set(question, answer)
  return answer
}
