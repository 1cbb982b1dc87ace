/** Single keys for people who live in the console: inactive while typing, and where the reader switched them off. */

export interface Hotkeys {
  /** Key, or two keys one after the other as `g c` → what it does. Returns false to let the browser have the key. */
  [keys: string]: () => boolean | undefined | void
}

/** Milliseconds within which the second key of a pair must follow. */
const pairWithin = 1_000

/** Listens on `root`; `enabled` is asked at each key. Returns a function that stops it. */
export function listenForHotkeys(root: Document, hotkeys: () => Hotkeys, enabled: () => boolean): () => void {
  let first = ''
  let firstAt = Number.NEGATIVE_INFINITY
  const listener = (event: KeyboardEvent): void => {
    if (isElsewhere(event) || !enabled()) return
    const known = hotkeys()
    const pair = event.timeStamp - firstAt < pairWithin ? `${first} ${event.key}` : ''
    const action = known[pair] ?? known[event.key]
    first = Object.keys(known).some((keys) => keys.startsWith(`${event.key} `)) ? event.key : ''
    firstAt = event.timeStamp
    if (action && action() !== false) event.preventDefault()
  }
  root.addEventListener('keydown', listener)
  return () => root.removeEventListener('keydown', listener)
}

/** Meant for a field, a menu, the browser, or an input method. */
function isElsewhere(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey
  return event.defaultPrevented || modified || event.isComposing || isTyping(event.target)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"], [role="listbox"], [role="dialog"]',
    ) !== null
  )
}
