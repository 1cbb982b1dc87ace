/** The known name that somebody most likely meant. */

/** The name that differs in upper and lower case, `_` or `-` alone, else the one within two typing errors; undefined when none or several are near. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const same = known.find((name) => isSameName(name, written))
  if (same !== undefined) return same
  const most = written.length < 5 ? 1 : 2
  const near = known
    .map((name) => ({ name, distance: editDistance(written.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance)
  const [first, second] = near
  return first && first.distance !== second?.distance ? first.name : undefined
}

/** True when only case and separators differ: `ContainerDefinitions`, `container_definitions`. */
export function isSameName(name: string, written: string): boolean {
  return bare(name) === bare(written)
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '')
}

/** Insertions, deletions, replacements and swaps of neighbours; anything above `most` counts as `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow(a, b, i, last, beforeLast)
    beforeLast = last
    last = row
  }
  return Math.min(at(last, b.length), most + 1)
}

/** Distances of the first `i` letters of `a` to each beginning of `b`. */
function nextRow(a: string, b: string, i: number, last: number[], beforeLast: number[]): number[] {
  const row = [i]
  for (let j = 1; j <= b.length; j += 1) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    row.push(
      Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + cost,
        isSwap ? at(beforeLast, j - 2) + 1 : Infinity,
      ),
    )
  }
  return row
}

const at = (row: number[], index: number): number => row[index] ?? 0
