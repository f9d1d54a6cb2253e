import * as z from 'zod'

/** A whole number within limits, as a field sends it. */
export const whole = (min: number, max: number) =>
  z.coerce
    .number('seating.mistake.number')
    .int('seating.mistake.number')
    .min(min, 'seating.mistake.number')
    .max(max, 'seating.mistake.number')
