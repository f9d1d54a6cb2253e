import { sample } from '#sample/index.ts'
export const fault = sample
