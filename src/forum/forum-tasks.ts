/** An address below that of the event's desk, and the key of its words. */
export type ForumTask = readonly [path: string, words: string]

/** What is done with a forum, in the order in which it comes up: each room adds its line. */
export const forumTasks: readonly ForumTask[] = [['/table-notes', 'table-notes.task']]
