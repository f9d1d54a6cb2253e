import type { Child } from 'hono/jsx'

/** Only addresses of the web, of mail and of telephones, and our own pages: never `javascript:` and its kin. */
export function isSafeAddress(href: string): boolean {
  // Browsers drop tabs and line ends from addresses, which would turn a harmless look into something else.
  if (/[\s\p{Cc}]/u.test(href)) return false
  if (/^\/(?![/\\])/.test(href) || href.startsWith('#')) return true
  if (!URL.canParse(href)) return false
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(href).protocol)
}

const isElsewhere = (href: string): boolean => /^https?:/i.test(href)

interface Props {
  href: string
  /** Someone else's page in another language than ours. */
  hreflang?: string | undefined
  children?: Child
}

/** A link to an address that a visitor or an editor has typed. An address we don't trust is shown as plain text. */
export function Link({ href, hreflang, children }: Props) {
  const address = href.trim()
  if (!isSafeAddress(address)) return <span>{children ?? href}</span>
  return (
    <a
      href={address}
      hreflang={hreflang}
      rel={isElsewhere(address) ? 'nofollow noopener external' : undefined}
    >
      {children ?? address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
    </a>
  )
}

interface ButtonProps {
  href: string
  variant?: 'primary' | 'secondary' | 'tertiary'
  children?: Child
}

/** A link that is the page's one clear action; `secondary` for the one beside it. Our own addresses only. */
export function LinkButton({ href, variant = 'primary', children }: ButtonProps) {
  return (
    <a class="ds-button" data-variant={variant} href={href}>
      {children}
    </a>
  )
}
