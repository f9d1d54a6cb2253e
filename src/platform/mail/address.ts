/** Name and address out of `Malmöandan <hej@example.org>`; the address is the name where there is none. */
export function addressOf(from: string): { name: string; email: string } {
  const [, name = '', email = from] = /^\s*([^<>]*?)\s*<([^<>]+)>\s*$/.exec(from) ?? []
  return { name: name || email, email }
}
