import { setImmediate as nextRound } from 'node:timers/promises'

/** A question that is about to be asked. */
interface Question {
  answer: Promise<unknown>
  /** How many want to know. */
  people: number
}

/** For each handle. */
const questions = new WeakMap<object, Map<string, Question>>()

// Whoever asks first waits for so many others at most.
const togetherMax = 100

/**
 * A question that many ask in the same instant, as when everybody wants a seat, is asked once for all of them, when
 * nobody comes any more. Nobody gets an answer that is older than their question: whoever comes when it has been asked
 * waits for the next time.
 */
export function askTogether<R>(db: object, question: string, ask: () => Promise<R>): Promise<R> {
  const ofHandle = questions.get(db) ?? new Map<string, Question>()
  questions.set(db, ofHandle)
  const known = ofHandle.get(question)
  if (known) {
    known.people += 1
    return known.answer as Promise<R>
  }
  const asked = { answer: Promise.resolve<unknown>(undefined), people: 1 }
  const answer = everybodyIn(asked).then(() => {
    ofHandle.delete(question)
    return ask()
  })
  asked.answer = answer
  ofHandle.set(question, asked)
  return answer
}

async function everybodyIn(question: Question): Promise<void> {
  for (let before = 0; before < question.people && question.people < togetherMax;) {
    before = question.people
    await nextRound()
  }
}
