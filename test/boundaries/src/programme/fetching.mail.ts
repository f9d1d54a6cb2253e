import { own } from './own.sql.ts'
export const fault = own
