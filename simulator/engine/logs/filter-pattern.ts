/** CloudWatch Logs filter patterns for unstructured lines: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */

/** A test for messages, or undefined for patterns that are not modelled (JSON, space-delimited, regular expressions). */
export function filterFor(pattern: string): ((message: string) => boolean) | undefined {
  const text = pattern.trim()
  if (/^[{[]/.test(text) || /(^|\s)%/.test(text)) return undefined
  const required: string[] = []
  const either: string[] = []
  const excluded: string[] = []
  for (const [, sign, quoted, plain] of text.matchAll(/([-?]?)(?:"([^"]*)"|([^\s"]+))/g)) {
    const term = quoted ?? plain ?? ''
    if (sign === '-') excluded.push(term)
    else if (sign === '?') either.push(term)
    else required.push(term)
  }
  return (message) => {
    if (excluded.some((term) => message.includes(term))) return false
    // With required terms, optional ones change nothing.
    if (required.length > 0 || either.length === 0) return required.every((term) => message.includes(term))
    return either.some((term) => message.includes(term))
  }
}
