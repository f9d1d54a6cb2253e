import type { Db } from '../tables.ts'
import { closeSurveys } from './close-surveys.ts'
import { type Letters, sendSurveys } from './send-surveys.ts'

/** Each morning: what is over is closed, what opens is sent, and those who are silent are reminded. */
export async function followSurveys(db: Db, letters: Letters): Promise<void> {
  await closeSurveys(db, letters.now)
  await sendSurveys(db, letters)
}
