import { request } from 'node:https'
export const fault = request
