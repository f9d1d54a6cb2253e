import { network } from '#network/index.ts'
export const fault = network
