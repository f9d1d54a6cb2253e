import { name } from '#network/tables.ts'
export const fault = name
