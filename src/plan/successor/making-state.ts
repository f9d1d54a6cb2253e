import type { MakingState } from './asking/carry.rules.ts'
import { makingState } from './successor.rules.ts'
import type { Successor } from './successor.sql.ts'

/** Whether the draft can still change without asking the parties anew. */
export const makingStateOf = ({ revision_state, adopted_on }: Successor): MakingState =>
  makingState({ revision: revision_state, isAdopted: adopted_on !== null })
