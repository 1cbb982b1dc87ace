/** Which line and column of a text an offset is in, for whoever asks more than once. */

/**
 * Looks through the text once, when the first line is asked for.
 * @returns a function from an offset (UTF-16 units, from 0) to its line (from 1); offsets beyond the end are in the last line
 */
export function linesOf(text: string): (offset: number) => number {
  const place = placesOf(text)
  return (offset) => place(offset).line
}

/** The same, with the column: UTF-16 units from 1. */
export function placesOf(text: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= startsOf(text)
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** Offsets at which lines begin, in order; the first is 0. */
function startsOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)]
}
