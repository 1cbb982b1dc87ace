/** Which line of a text an offset is in, for whoever asks more than once. */

/**
 * Looks through the text once, when the first line is asked for.
 * @returns a function from an offset (UTF-16 units, from 0) to its line (from 1); offsets beyond the end are in the last line
 */
export function linesOf(text: string): (offset: number) => number {
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
    return low + 1
  }
}

/** Offsets at which lines begin, in order; the first is 0. */
function startsOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)]
}
