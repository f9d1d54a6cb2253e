import type { Term } from './posts.rules.ts'

/** Where anybody gets an address, or a page: such a domain says nothing of whose it is. */
const publicDomains = new Set(
  `
    gmail.com googlemail.com hotmail.com hotmail.se outlook.com outlook.se live.com live.se msn.com
    yahoo.com yahoo.se ymail.com icloud.com me.com mac.com protonmail.com proton.me pm.me tutanota.com
    tuta.com gmx.com gmx.net gmx.de mail.com mail.ru yandex.ru yandex.com aol.com zoho.com fastmail.com
    hey.com telia.com tele2.se bredband.net bredband2.com comhem.se spray.se passagen.se bahnhof.se
    ownit.nu swipnet.se home.se tiscali.se glocalnet.net algonet.se facebook.com instagram.com
    linkedin.com youtube.com x.com tiktok.com linktr.ee wordpress.com wixsite.com blogspot.com github.io
    sites.google.com squarespace.com webnode.se webnode.com weebly.com one.com simplesite.com n.nu
    laget.se svenskalag.se sportadmin.se myclub.se tryggaforening.se foreningssupport.se
  `.split(/\s+/),
)

const domainOfAddress = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

const domainOfSite = (website: string): string =>
  URL.canParse(website) ? new URL(website).hostname.toLowerCase().replace(/^www\./, '') : ''

const isPublic = (domain: string): boolean =>
  [...publicDomains].some((one) => domain === one || domain.endsWith(`.${one}`))

interface Known {
  website: string | null
  contact_email: string | null
}

/** The domains that are an organisation's own: of its page and its address, but for those where anybody gets one. */
export const ownDomains = ({ website, contact_email }: Known): string[] => [
  ...new Set(
    [website ? domainOfSite(website) : '', contact_email ? domainOfAddress(contact_email) : ''].filter(
      (domain) => domain !== '' && !isPublic(domain),
    ),
  ),
]

/**
 * Who looks at a claim: the domain itself, when the address is on one that is this organisation's and nobody else's in
 * the directory; otherwise somebody at the office. A city's domain is shared by all its departments.
 */
export function checkedBy(
  organisation: Known,
  address: string,
  others: readonly Known[],
): 'domain' | 'office' {
  const domain = domainOfAddress(address)
  if (!ownDomains(organisation).includes(domain)) return 'office'
  return others.some((one) => ownDomains(one).includes(domain)) ? 'office' : 'domain'
}

export type ClaimRefusal = 'is-run' | 'is-ended'

/** What nobody runs can be claimed; where somebody acts for it, they invite. */
export function refusalToClaim(posts: readonly Term[], isEnded: boolean, acts: (term: Term) => boolean) {
  if (isEnded) return 'is-ended' as const
  return posts.some(acts) ? ('is-run' as const) : null
}

export type DecideClaimRefusal = 'not-confirmed' | 'decided-already' | 'reason-missing' | 'is-run'

interface Asked {
  state: 'unconfirmed' | 'waiting' | 'accepted' | 'turned-down'
  answer: 'accept' | 'turn-down'
  reason: string | null
  isRun: boolean
}

/** A stranger's claim gives nothing until it is decided, and it is decided once. */
export function refusalToDecideClaim({ state, answer, reason, isRun }: Asked): DecideClaimRefusal | null {
  if (state === 'unconfirmed') return 'not-confirmed'
  if (state !== 'waiting') return 'decided-already'
  if (answer === 'turn-down') return reason === null ? 'reason-missing' : null
  return isRun ? 'is-run' : null
}
