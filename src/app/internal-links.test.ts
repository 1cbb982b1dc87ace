// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { captureLinks } from './internal-links.ts'

let followed: string[]
let stop: (() => void) | undefined

beforeEach(() => {
  followed = []
  stop?.()
  stop = captureLinks(document, (href) => followed.push(href))
})

/** Clicks the innermost element of `html`; answers whether the browser was left to follow the link. */
function click(html: string, more: MouseEventInit = {}): boolean {
  document.body.innerHTML = html
  let inner: Element = document.body
  while (inner.firstElementChild) inner = inner.firstElementChild
  let left = false
  // After the document: nothing of the test may really leave.
  const last = (event: Event): void => {
    left = !event.defaultPrevented
    event.preventDefault()
  }
  window.addEventListener('click', last, { once: true })
  inner.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }))
  return left
}

describe('links of this site', () => {
  it('are followed by the router, whatever was clicked inside them', () => {
    expect(click('<a href="/us-east-1/clusters?q=a#b"><b>Clusters</b></a>')).toBe(false)
    expect(followed).toEqual(['/us-east-1/clusters?q=a#b'])
  })

  it.each([
    ['another site', '<a href="https://aws.amazon.com/">AWS</a>', {}],
    ['a new tab', '<a href="/a" target="_blank">a</a>', {}],
    ['a download', '<a href="/a" download>a</a>', {}],
    ['a place in the page', '<a href="#page">a</a>', {}],
    ['a click with a modifier', '<a href="/a">a</a>', { ctrlKey: true }],
  ])('leave %s to the browser', (_what, html, more) => {
    expect(click(html, more)).toBe(true)
    expect(followed).toEqual([])
  })
})
