/** The places that changes of one reading of a text have touched: a further change belongs to it only if it is apart from them. */
import type { JsonPath } from '../json.ts'
import type { Change } from '../linter/finding.ts'

export class TouchedPaths {
  readonly #touched = new Set<string>()
  readonly #around = new Set<string>()

  add(change: Change): void {
    const { path } = change
    this.#touched.add(JSON.stringify(path))
    // A new name may be one that another change has in mind.
    if ('renameTo' in change) this.#touched.add(JSON.stringify([...path.slice(0, -1), change.renameTo]))
    for (let length = 0; length < path.length; length += 1)
      this.#around.add(JSON.stringify(path.slice(0, length)))
  }

  /** Neither the place itself, nor one around it, nor one within it was touched. */
  isApart(path: JsonPath): boolean {
    if (this.#around.has(JSON.stringify(path))) return false
    return !path.some((_, index) => this.#touched.has(JSON.stringify(path.slice(0, index + 1))))
  }
}
