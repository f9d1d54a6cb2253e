import { roundedMean } from '#platform/rounded.ts'
import type { Words } from '#platform/words.ts'
import type { Unit } from './content.ts'

/** A number with its unit, as one reads it: "4,2 av 5", "120 000 kr". */
export const saidWith = (t: Words, value: number, unit: Unit): string => {
  if (unit === 'count') return t('year-report.number', { value })
  return t(`year-report.unit.${unit}`, { value: unit === 'mean' ? roundedMean(value) : value })
}
