import { Fault } from './fetching.page.tsx'
export const fault = Fault
