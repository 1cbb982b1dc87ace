/** Whether this browser has a session of the managed login to return to silently. Says nothing about whose it is. */
const marker = 'tidegate.signed-in'

export function expectSession(): void {
  localStorage.setItem(marker, '1')
}

/** No silent attempt until the next sign-in: the guard against going back and forth for ever. */
export function forgetSession(): void {
  localStorage.removeItem(marker)
}

/** True when opening this address begins with leaving for a silent return. */
export function leavesAtOnce(): boolean {
  return window.location.pathname !== '/signed-in' && localStorage.getItem(marker) !== null
}
