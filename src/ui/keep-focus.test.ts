// @vitest-environment happy-dom
/** The focus stays near what had it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepFocus } from './keep-focus.ts'

let end: () => void

beforeEach(() => {
  document.body.innerHTML =
    '<a id="outside" href="#">outside</a><div id="root"><section id="near"><button id="go">Go</button><button id="other">Other</button></section></div>'
  end = keepFocus(element('root'))
})

afterEach(() => end())

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`There is no #${id}`)
  return found
}

/** Observers are told after the task that changed something. */
const told = () => new Promise((resolve) => setTimeout(resolve))

it('goes to the nearest place that is left when its element is taken away', async () => {
  element('go').focus()
  element('go').remove()
  await told()
  expect(document.activeElement?.id).toBe('near')
})

it('goes further out when the whole place is taken away', async () => {
  element('go').focus()
  element('near').remove()
  await told()
  expect(document.activeElement?.id).toBe('root')
})

it('goes out of what was covered, and of what was disabled', async () => {
  element('go').focus()
  element('go').setAttribute('disabled', '')
  await told()
  expect(document.activeElement?.id).toBe('near')
  element('near').setAttribute('inert', '')
  await told()
  expect(document.activeElement?.id).toBe('root')
})

it('is left alone where it went elsewhere on purpose', async () => {
  element('go').focus()
  element('outside').focus()
  element('go').remove()
  await told()
  expect(document.activeElement?.id).toBe('outside')
})

it('is left alone once nobody keeps it', async () => {
  element('go').focus()
  end()
  element('go').remove()
  await told()
  expect(document.activeElement?.id).not.toBe('near')
})
