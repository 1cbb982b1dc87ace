/** Tells a broken connection from a bug: browsers report both as TypeError, and each in its own words. */

/** Chrome, Firefox, Safari (macOS, iOS), Node; before the answer and in the middle of its body. */
const words = [
  /failed to fetch/i,
  /^network error$/i,
  /networkerror when attempting to fetch resource/i,
  /error in (?:input|body) stream/i,
  /^load failed/i,
  /network connection was lost/i,
  /internet connection appears to be offline/i,
  /could not connect to the server/i,
  /server with the specified hostname could not be found/i,
  /a network error occurred/i,
  /^fetch failed/i,
  /^terminated$/i,
  /econnreset|econnrefused|socket hang up/i,
]

export function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return words.some((word) => word.test(error.message))
}
