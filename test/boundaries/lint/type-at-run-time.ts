import { Writable } from 'node:stream'
export const fault = (stream: Writable) => stream.closed
