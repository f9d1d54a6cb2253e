/** An address below that of the event's desk, and the key of its words. */
export type ForumTask = readonly [path: string, words: string]

/** What is done with a forum, in the order in which it comes up: each room adds its line. */
export const forumTasks: readonly ForumTask[] = [
  ['/rounds', 'forum-day.rounds.link'],
  ['/dialogue', 'dialogue.office.link'],
  ['/seating', 'seating.task'],
  ['/seating/print', 'table-prints.task'],
  ['/seating/door', 'reseating.task'],
  ['/import-dialogue', 'opinions.import.task'],
  ['/table-questions', 'table-questions.task'],
  ['/table-notes', 'table-notes.task'],
  ['/harvest', 'harvest.link'],
]

/** What is done with one dialogue, below the address of its desk, /office/events/ID/dialogue/DIALOGUE. */
export const dialogueTasks: readonly ForumTask[] = [['/map', 'dialogue.office.map']]
