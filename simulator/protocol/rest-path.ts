/** Paths of REST operations, such as `/2013-04-01/hostedzone/{Id}/rrset/`. */

/**
 * Labels found in `path`, or undefined when it does not fit `pattern`. A slash at the end makes no difference to AWS.
 * Labels that are not valid percent-encoding are taken as they stand.
 */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = segments(pattern)
  const given = segments(path)
  if (wanted.length !== given.length) return undefined
  const labels: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const have = given[index] as string
    if (want.startsWith('{')) labels[want.slice(1, -1)] = decode(have)
    else if (want !== have) return undefined
  }
  return labels
}

function segments(path: string): string[] {
  return path.replace(/\/+$/, '').split('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
