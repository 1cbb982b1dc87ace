/** Hands a text to the reader as a file. */

/** `type`: such as `application/json`. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  // Some browsers follow only links that are in the page.
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(address)
}
