/** Narrows what the page may talk to, to the hosts of config.json. A policy can only be added to, never widened again. */
export function narrowConnections(sources: readonly string[]): void {
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = `connect-src ${sources.join(' ')}`
  document.head.append(meta)
}
