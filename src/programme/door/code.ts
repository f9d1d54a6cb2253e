import { createHash, createHmac } from 'node:crypto'

const idLength = 22
const sealLength = 14

/**
 * What the phone of somebody with a seat shows at the door: the sign-up, and a seal that only this event's secret can
 * make. It opens nothing by itself, and is not the link by which a sign-up is changed.
 */
export function codeFor(signUpId: string, secret: string): string {
  const id = Buffer.from(signUpId.replaceAll('-', ''), 'hex').toString('base64url')
  return id + sealOf(signUpId, secret)
}

const sealOf = (signUpId: string, secret: string): string =>
  createHmac('sha256', secret).update(signUpId).digest('base64url').slice(0, sealLength)

/** The sign-up that a code names, whether or not its seal is right; null for what is no code. */
export function signUpNamedBy(code: string): string | null {
  if (!/^[\w-]{36}$/.test(code)) return null
  const hex = Buffer.from(code.slice(0, idLength), 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const isCodeOf = (code: string, signUpId: string, secret: string): boolean =>
  code === codeFor(signUpId, secret)

/** By this a device that is offline knows a code again; whoever finds the device cannot make the code from it. */
export const markOf = (code: string): string => createHash('sha256').update(code).digest('hex').slice(0, 16)
