import { plan } from '#plan/index.ts'
export const fault = plan
