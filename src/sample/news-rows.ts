import { json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { inLanguage } from '#platform/language.ts'
import { slugOf } from '#platform/search.ts'
import { plus } from '#platform/time.ts'
import type { Someone, Staff } from './people-rows.ts'
import type { Year } from './year.ts'

/** Announcements, where else to follow Malmöandan, and those who want to be told by mail. */
export function addNews(year: Year, staff: Staff, people: readonly Someone[], pictureId: string): void {
  year.content.news.announcements.forEach((sample, index) => {
    const { title, lead, body, picture } = sample
    const created_at = year.moment(-sample.daysAgo, '08:50')
    const published_at = plus(created_at, { hours: 2 })
    const by = found(staff.coordinators[index % 2], 'coordinator')
    const id = year.id(created_at)
    year.rows.announcement.push({
      ...{
        id,
        slug: slugOf(inLanguage(title, 'sv')),
        title: json(title),
        lead: json(lead),
        body: json(body),
      },
      ...{ picture_id: picture ? pictureId : null, picture_alt: json(picture ?? {}) },
      ...{ written_by: by, created_at, changed_at: published_at, published_at, taken_down_at: null },
    })
    year.record({ what: 'announcement-drafted', by, about: id, at: created_at })
    year.record({ what: 'announcement-published', by, about: id, at: published_at })
  })
  year.content.news.followLinks.forEach(({ name, url }, index) => {
    const id = year.id(year.moment(-300, '12:00'))
    year.rows.follow_link.push({ id, name, url, position: index + 1 })
  })
  addSubscriptions(year, people)
}

/** Every thirteenth of the people follows something; the latest has not confirmed it yet, and some have had enough. */
function addSubscriptions(year: Year, people: readonly Someone[]): void {
  const { series } = year.found
  const wishes = [null, series.get('co-creating-change') ?? null, null, series.get('lunch-and-learn') ?? null]
  const followers = people.filter((_, index) => index % 13 === 6)
  followers.forEach(({ email, language }, index) => {
    const isLatest = index === followers.length - 1
    const asked_at = isLatest ? year.moment(-1, '19:25') : year.moment(-250 + index * 13, '19:25')
    const id = year.id(asked_at)
    const confirmed_at = isLatest ? null : plus(asked_at, { minutes: 6 })
    const ended_at = !isLatest && index % 9 === 7 ? plus(asked_at, { days: 20 }) : null
    const series_id = wishes[index % wishes.length] ?? null
    // Nobody's address is kept when the wish has ended.
    const kept = ended_at ? null : email
    year.rows.subscription.push({ id, email: kept, language, series_id, asked_at, confirmed_at, ended_at })
    if (confirmed_at) year.record({ what: 'subscription-confirmed', by: null, about: id, at: confirmed_at })
    if (ended_at) year.record({ what: 'subscription-ended', by: null, about: id, at: ended_at })
  })
}
