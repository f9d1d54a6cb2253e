import { countDown } from './wall/count-down.ts'

/** How often a page asks whether another round has begun, or a minute was added. */
const askMs = 20_000

countDown(document)
setInterval(() => void askAgain(), askMs)
document.addEventListener('visibilitychange', () => void (document.hidden || askAgain()))

/** Takes what the page says now of the round that is on. Without a net it goes on counting. */
async function askAgain(): Promise<void> {
  const place = document.querySelector('#round-now')
  if (!place || document.hidden) return
  const answer = await fetch(location.href, { credentials: 'same-origin' }).catch(() => null)
  if (!answer?.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = page.querySelector('#round-now')
  if (now) place.replaceWith(now)
  countDown(document)
}
