/** A dedicated worker that says once a second that a second has passed: browsers slow down the timers of hidden tabs, not of workers. */
setInterval(() => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to the page that made it
  postMessage('tick')
}, 1_000)
