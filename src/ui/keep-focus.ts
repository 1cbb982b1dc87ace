/** Where the focus goes when what had it is taken away: to the nearest place that is still there, instead of the top of the page. */
import { type RefObject, useEffect } from 'react'

/** What a reader is told about when it gets the focus. */
const places = 'section, article, main, dialog, [role], [aria-label], [aria-labelledby]'

/** Keeps the focus within `ref` while its content is replaced. */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current
    return root ? keepFocus(root) : undefined
  }, [ref])
}

/** Begins to keep the focus within `root`; returns the end of it. */
export function keepFocus(root: HTMLElement): () => void {
  /** What had the focus last, and everything around it up to the root, from the inside out. */
  let path: HTMLElement[] = []
  const note = (): void => {
    const { activeElement } = document
    path =
      activeElement instanceof HTMLElement && root.contains(activeElement) ? around(activeElement, root) : []
  }
  const left = (event: FocusEvent): void => {
    // It went elsewhere on purpose; what is taken away is left for nothing.
    if (event.relatedTarget instanceof Node && !root.contains(event.relatedTarget)) path = []
  }
  const clicked = (event: Event): void => {
    if (event.target instanceof Node && !path[0]?.contains(event.target)) path = []
  }
  const watch = new MutationObserver(() => {
    const [last] = path
    if (!last || isUsable(last) || !isNowhere()) return
    const place = path.find((each) => each !== last && each.matches(places) && isUsable(each)) ?? root
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus({ preventScroll: true })
  })
  root.addEventListener('focusin', note)
  root.addEventListener('focusout', left)
  document.addEventListener('pointerdown', clicked, { capture: true })
  watch.observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'inert'],
  })
  return () => {
    watch.disconnect()
    root.removeEventListener('focusin', note)
    root.removeEventListener('focusout', left)
    document.removeEventListener('pointerdown', clicked, { capture: true })
  }
}

function around(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const path: HTMLElement[] = []
  for (let at: HTMLElement | null = element; at && at !== root.parentElement; at = at.parentElement)
    path.push(at)
  return path
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.closest('[inert]') === null
}

/** Browsers move the focus to the body at once when its element goes, and a moment later when it is disabled. */
function isNowhere(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || !isUsable(activeElement as HTMLElement)
}
