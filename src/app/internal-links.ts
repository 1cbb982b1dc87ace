/** Makes every link to this site client-side, whatever component drew it: one handler instead of a wrapper per component. */

type Navigate = (href: string) => void

/** Returns a function that undoes it. */
export function captureLinks(root: Document, navigate: Navigate): () => void {
  // In the bubbling phase of the document: components have had their say, and may have prevented the click.
  const listener = (event: MouseEvent): void => {
    if (event.defaultPrevented || !isPlainClick(event)) return
    const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null
    const href = anchor instanceof HTMLAnchorElement ? internalHref(anchor) : undefined
    if (href === undefined) return
    event.preventDefault()
    navigate(href)
  }
  root.addEventListener('click', listener)
  return () => root.removeEventListener('click', listener)
}

/** Modified clicks open tabs and windows: they stay the browser's. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

function internalHref(anchor: HTMLAnchorElement): string | undefined {
  if (anchor.target !== '' && anchor.target !== '_self') return undefined
  if (anchor.hasAttribute('download') || anchor.origin !== location.origin) return undefined
  // A skip link or a jump within the page.
  if (anchor.getAttribute('href')?.startsWith('#')) return undefined
  return `${anchor.pathname}${anchor.search}${anchor.hash}`
}
