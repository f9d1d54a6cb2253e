import { office } from '#office/index.ts'
export const fault = office
