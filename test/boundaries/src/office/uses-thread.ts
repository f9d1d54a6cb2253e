import { thread } from '#thread/index.ts'
export const fault = thread
