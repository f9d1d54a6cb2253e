import { people } from '#people/index.ts'
export const fault = people
