import { hash } from 'node:crypto'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { type Guard, pathnameOf } from './http.ts'
import { mayUseCamera } from './personal.ts'

/** The headers of every answer; the camera is for the pages that read codes, and for no others. */
export function headers(isHttps: boolean): Guard {
  const [withCamera, without] = [headersWith(isHttps, ['self']), headersWith(isHttps, [])]
  return (c, next) => (mayUseCamera(pathnameOf(c.req.url)) ? withCamera : without)(c, next)
}

/** Nothing inline, nothing from elsewhere. Only this site may be framed by nobody and sent to by its own forms. */
const headersWith = (isHttps: boolean, camera: string[]) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      ...(isHttps && { upgradeInsecureRequests: [] }),
    },
    // Personal links are secrets in addresses: no other site may learn them. Forms still tell where they come from.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: isHttps ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera, microphone: [], geolocation: [], payment: [], usb: [] },
  })

/**
 * Refuses forms that another site sends in a visitor's name. Browsers say where a form comes from in one of two
 * headers; a request with neither comes from no browser, so it carries nobody's cookies against their will.
 */
export function ownFormsOnly(ownOrigin: string): Guard {
  const refuseOthers = csrf({ origin: (origin) => origin === ownOrigin })
  return (c, next) => {
    const isFromBrowser = c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined
    return isFromBrowser ? refuseOthers(c, next) : next()
  }
}

interface Arrival {
  /** The address of whoever opened the connection. */
  peer: string
  /** The X-Forwarded-For header, if any. */
  forwarded: string | undefined
  trustedProxies: number
}

/**
 * A pseudonym for the visitor's network, for counting attempts. Of the forwarded addresses only those that our own
 * proxies wrote are believed; of an IPv6 address the first half, which is what one household or school gets.
 */
export function networkOf({ peer, forwarded, trustedProxies }: Arrival): string {
  const chain = [...(forwarded?.split(',') ?? []), peer].map((address) => address.trim())
  const address = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? peer
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  const network = plain.includes(':') ? firstHalf(plain) : plain
  return hash('sha256', network, 'hex').slice(0, 24)
}

function firstHalf(address: string): string {
  const [left = '', right] = address.split('::')
  const before = left ? left.split(':') : []
  if (right === undefined) return before.slice(0, 4).join(':')
  const after = right ? right.split(':') : []
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
