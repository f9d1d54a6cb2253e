import { rows } from '#network/inner.sql.ts'
export const fault = rows
