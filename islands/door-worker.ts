/// <reference lib="webworker" />

/*
 * Opens one door's page when there is no net. It sits below that page's address and touches nothing else: lists and
 * what is told go to the server or nowhere, and the page that is kept names nobody.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope

const place = 'door'
const patienceMs = 4000

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { keep, forget } = event.data as { keep?: string[]; forget?: string }
  const done = (keep ? keepAll(keep) : forgetPage(forget ?? '')).catch(() => false)
  event.waitUntil(done.then((isDone) => event.ports[0]?.postMessage(isDone)))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const isPage = pathname === new URL(worker.registration.scope).pathname
  if (request.mode === 'navigate' && isPage) event.respondWith(pageFor(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(partFor(request))
})

/** Keeps the page and its parts, and lets go of the parts of earlier builds. */
async function keepAll(addresses: string[]): Promise<boolean> {
  const cache = await caches.open(place)
  for (const address of addresses) {
    if (address.startsWith('/assets/') && (await cache.match(address))) continue
    const answer = await fetch(address, { credentials: 'same-origin' })
    if (!answer.ok || answer.redirected) return false
    await cache.put(address, answer)
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith('/assets/') && !addresses.includes(pathname)) await cache.delete(pathname)
  }
  return true
}

async function forgetPage(address: string): Promise<boolean> {
  const cache = await caches.open(place)
  await cache.delete(address)
  return true
}

/** The page as it is now; without a net, or with one that lets us wait, as it was kept. */
async function pageFor(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const kept = await (await caches.open(place)).match(pathname)
  const now = fetch(request)
  if (!kept) return now
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs))
  return Promise.race([now, late]).catch(() => kept)
}

async function partFor(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  return (await (await caches.open(place)).match(pathname)) ?? fetch(request)
}
