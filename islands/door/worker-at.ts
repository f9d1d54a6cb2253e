/** Has this page kept, with all that it is made of, so that it opens without a net. True when that is done. */
export async function keepPage(worker: string | null, more: string | null): Promise<boolean> {
  if (!worker || !('serviceWorker' in navigator)) return false
  const registration = await navigator.serviceWorker.register(worker, { scope: location.pathname })
  const active = await activeOf(registration)
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  return tell(active, { keep: [...new Set([location.pathname, ...parts, ...(more ? [more] : [])])] })
}

async function activeOf(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.installing ?? registration.waiting ?? registration.active
  if (!worker) throw new Error('no worker')
  if (worker.state === 'activated') return worker
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
    })
  })
  return worker
}

function tell(worker: ServiceWorker, message: unknown): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === true))
    port1.start()
    worker.postMessage(message, [port2])
  })
}

/** The page is not kept any longer either. */
export async function forgetPage(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(location.pathname)
  if (!registration?.active) return
  await tell(registration.active, { forget: location.pathname })
  await registration.unregister()
}
