import { news } from '#news/index.ts'
export const fault = news
