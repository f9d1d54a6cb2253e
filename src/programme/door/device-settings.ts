import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { instantAt } from '#platform/time.ts'
import { capacities } from '../sign-up/sign-up.rules.ts'
import { forgottenAt } from './door-list.ts'
import type { DeviceSettings } from './device.ts'
import type { DoorPlace } from './door-place.ts'

// Filled in by the script: '{name}' stands for itself until then.
const open = {
  name: '{name}',
  table: '{table}',
  time: '{time}',
  in: '{in}',
  seats: '{seats}',
  count: '{count}',
}

const said = [
  ...['answer.welcome', 'answer.already', 'answer.seat', 'answer.waiting', 'answer.gave-back'],
  ...['answer.undone', 'answer.not-here', 'answer.not-here-more'],
  ...['table', 'in-since', 'come', 'nobody', 'more-found', 'forgotten', 'link-over'],
  ...['offline', 'sending', 'camera-none', 'forget-unsent', 'refused', 'anyway-ask'],
] as const

export function deviceSettings(visit: Visit, { event, base }: DoorPlace): DeviceSettings {
  const { t, site } = visit
  return {
    list: visit.to(`${base}/list`),
    scans: visit.to(`${base}/scans`),
    worker: site.assets['door-worker.js'] ?? null,
    decoder: site.assets['door-camera.js'] ?? null,
    forgetAt: forgottenAt(event),
    words: {
      ...Object.fromEntries(said.map((key) => [key, t(`door.${key}`, open)])),
      ...Object.fromEntries(capacities.map((sector) => [`capacity.${sector}`, t(`door.capacity.${sector}`)])),
      // "kl. 11.22" becomes "kl. {h}.{m}".
      time: timeSpan(t.language, instantAt('2026-01-01', '11:22')).replace('11', '{h}').replace('22', '{m}'),
    },
  }
}
