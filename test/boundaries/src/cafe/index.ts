import { programme } from '#programme/index.ts'
export const fault = programme
