import * as z from 'zod'
import { found } from '#platform/errors.ts'

const WholeNumber = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined)

/** The number in an address; an address with another text in its place is no address of ours. */
export const numberIn = (text: string): number => found(WholeNumber.parse(text), 'number')
