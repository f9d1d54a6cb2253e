import { changedWords } from './changed-words.ts'

/** A text with the words marked that the other text does not have; where there is no other, as it is. */
export const Marked = ({ text, other }: { text: string; other: string | undefined }) => (
  <>
    {other === undefined
      ? text
      : changedWords(text, other).map((one) => (one.differs ? <mark>{one.text}</mark> : one.text))}
  </>
)
