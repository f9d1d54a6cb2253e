import type { Person, Table } from './problem.ts'

/** Whether a table has what somebody cannot do without. */
export const maySit = ({ stepFree, hearingLoop, speaks }: Person, table: Table): boolean =>
  (!stepFree || table.stepFree) &&
  (!hearingLoop || table.hearingLoop === true) &&
  (!table.language || speaks.includes(table.language))
