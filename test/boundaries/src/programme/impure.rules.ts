import { http } from '#platform/http.ts'
export const fault = http
