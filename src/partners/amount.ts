import * as z from 'zod'

// More than this is a mistake of the keyboard.
const amountMax = 1_000_000_000

/** A whole number as people write it, with spaces between thousands; or nothing. */
export const optionalAmount = (mistake: string, max: number = amountMax) =>
  z
    .string()
    .optional()
    .transform((text) => (text ?? '').replaceAll(/[\s\u00a0.]/g, ''))
    .pipe(z.string().regex(/^\d{0,12}$/, mistake))
    .transform((text) => (text === '' || Number(text) === 0 ? null : Number(text)))
    .pipe(z.number().max(max, mistake).nullable())

/** The same, where something has to be written. */
export const amount = (mistake: string) =>
  z
    .string(mistake)
    .transform((text) => text.replaceAll(/[\s\u00a0.]/g, ''))
    .pipe(z.string().regex(/^[1-9]\d{0,11}$/, mistake))
    .transform(Number)
    .pipe(z.number().max(amountMax, mistake))
