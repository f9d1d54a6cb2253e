import { encode } from 'uqr'

/** Around a code there must be this much white, in modules, or cameras do not find it. */
const border = 4

interface Drawn {
  size: number
  path: string
}

/** A code as one path: a line of squares for each run of dark ones. */
function drawn(text: string): Drawn {
  const { data, size } = encode(text, { ecc: 'M', border })
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return { size, path: runs.join('') }
}

/** An address as a picture that a phone's camera reads. */
export function QrCode({ text, label, large = false }: { text: string; label: string; large?: boolean }) {
  const { size, path } = drawn(text)
  return (
    <svg
      class={large ? 'qr large' : 'qr'}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}

/** The same as a file of its own, black on white, for keeping among one's pictures or printing. */
export function qrFile(text: string): string {
  const { size, path } = drawn(text)
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="720" height="720"`
  return `${frame} shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
