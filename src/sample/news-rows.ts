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
    year.record({ what: 'announcement-published', by, about: id, at: published_at })
  })
  year.content.news.followLinks.forEach(({ name, url }, index) => {
    const id = year.id(year.moment(-300, '12:00'))
    year.rows.follow_link.push({ id, name, url, position: index + 1 })
  })
  addSubscriptions(year, people)
}

/** Every thirteenth of the people follows something; some never confirmed it, and some have had enough. */
function addSubscriptions(year: Year, people: readonly Someone[]): void {
  const wishes = [
    null,
    year.found.series.get('co-creating-change') ?? null,
    null,
    year.found.series.get('lunch-and-learn') ?? null,
  ]
  const followers = people.filter((_, index) => index % 13 === 6)
  followers.forEach(({ email, language }, index) => {
    const asked_at = year.moment(-250 + index * 13, '19:25')
    const isConfirmed = index % 8 !== 5
    year.rows.subscription.push({
      ...{
        id: year.id(asked_at),
        email,
        language,
        series_id: wishes[index % wishes.length] ?? null,
        asked_at,
      },
      confirmed_at: isConfirmed ? plus(asked_at, { minutes: 6 }) : null,
      ended_at: index % 9 === 7 ? plus(asked_at, { days: 20 }) : null,
    })
  })
}
