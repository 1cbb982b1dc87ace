/** Pages of a list. Tokens carry the position, opaque to the caller as AWS's are. */

export interface Page<Item> {
  items: Item[]
  /** Absent on the last page. */
  nextToken?: string
}

/** Up to `size` items after where `token` stands; undefined when `token` was never handed out for such a list. */
export function pageOf<Item>(all: Item[], size: number, token: string | undefined): Page<Item> | undefined {
  const start = token === undefined ? 0 : positionOf(token)
  if (start === undefined || start > all.length) return undefined
  const end = start + size
  return { items: all.slice(start, end), ...(end < all.length ? { nextToken: btoa(`after:${end}`) } : {}) }
}

function positionOf(token: string): number | undefined {
  try {
    const found = /^after:(\d+)$/.exec(atob(token))
    return found ? Number(found[1]) : undefined
  } catch {
    return undefined
  }
}
