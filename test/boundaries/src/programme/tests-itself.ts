import fc from 'fast-check'
export const fault = fc
