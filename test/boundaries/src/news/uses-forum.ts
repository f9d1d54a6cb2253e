import { forum } from '#forum/index.ts'
export const fault = forum
