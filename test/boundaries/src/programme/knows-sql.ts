import { sql } from 'kysely'
export const fault = sql
