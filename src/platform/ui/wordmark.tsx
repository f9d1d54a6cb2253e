interface Props {
  name: string
}

// Two strands of one rope: each goes over the other once, and neither is the whole.
const first = 'M4 27C10 27 13 13 20 13s10 14 16 14'
const second = 'M4 13C10 13 13 27 20 27s10-14 16-14'
const firstOnTop = 'M9.2 23.6C11.6 20.6 13.6 16.4 16 14.5'

/** The site's sign and its name. */
export function Wordmark({ name }: Props) {
  return (
    <>
      <WordmarkSign />
      <span>{name}</span>
    </>
  )
}

function WordmarkSign() {
  return (
    <svg viewBox="0 0 40 40" fill="none" stroke-width="5" stroke-linecap="round" aria-hidden="true">
      <path class="wave-one" d={first} />
      <path class="wave-gap" d={second} stroke-width="9" stroke-linecap="butt" />
      <path class="wave-two" d={second} />
      <path class="wave-gap" d={firstOnTop} stroke-width="9" stroke-linecap="butt" />
      <path class="wave-one" d={firstOnTop} />
    </svg>
  )
}

/** The same two strands, large, under a page's opening: decoration alone. */
export function Waves() {
  return (
    <svg class="waves" viewBox="0 0 1200 80" preserveAspectRatio="none" aria-hidden="true">
      <path class="wave-one" d="M0 62C100 62 200 18 300 18s200 44 300 44 200-44 300-44 200 44 300 44" />
      <path class="wave-two" d="M0 18C100 18 200 62 300 62s200-44 300-44 200 44 300 44 200-44 300-44" />
    </svg>
  )
}
