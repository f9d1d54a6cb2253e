import * as z from 'zod'
import { found } from '#platform/errors.ts'

// As we write it in addresses: '1e9' and '01' are numbers elsewhere.
const WholeNumber = z
  .string()
  .regex(/^[1-9]\d*$/)
  .transform(Number)
  .refine((number) => number <= 2_147_483_647)
  .optional()
  .catch(undefined)

/** The number in an address; an address with another text in its place is no address of ours. */
export const numberIn = (text: string): number => found(WholeNumber.parse(text), 'number')
