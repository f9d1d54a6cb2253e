import { home } from '#home/index.ts'
export const fault = home
